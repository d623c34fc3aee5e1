//! The JSON Schema of the leaves; that of the structs is derived.

use super::twin::{HeadingTwin, RowTwin, StepTwin};
use super::values::{DateEntry, Entry, Goal, Items, Never, OneOrMany, RowNumber, ScalarOr, Slot, TextOr};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A scalar that YAML may show as text or number.
fn scalar() -> Schema {
    json_schema!({"type": ["string", "number"]})
}

impl<T: JsonSchema> JsonSchema for Slot<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl JsonSchema for Entry<'_, Never> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Teks".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number", "null"]})
    }
}

impl JsonSchema for Entry<'_, Items<'_>> {
    fn schema_name() -> Cow<'static, str> {
        "Daftar".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Daftar teks; satu teks boleh tanpa daftar; \"-\" berarti tidak ada; kosong berarti belum diisi.",
            "anyOf": [{"type": ["string", "number", "null"]}, {"type": "array", "items": scalar()}],
        })
    }
}

impl JsonSchema for DateEntry<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Tanggal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Tanggal ISO (2024-07-01), sebagian (2024-07, 2024), \"-\" bila tidak ada, atau seperti tertulis.",
            "type": ["string", "integer", "null"],
        })
    }
}

impl JsonSchema for Goal<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Tujuan".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Nomor langkah, satu sel langkah (4.camat), atau selesai.",
            "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^\\s*(selesai|[0-9]+(\\..+)?)\\s*$"}],
        })
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("SatuAtauDaftar{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]})
    }
}

impl JsonSchema for RowTwin<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Baris".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let step = generator.subschema_for::<StepTwin<'static>>();
        let heading = generator.subschema_for::<HeadingTwin<'static>>();
        json_schema!({"anyOf": [step, heading]})
    }
}

impl<S: JsonSchema, T: JsonSchema> JsonSchema for ScalarOr<S, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}Atau{}", S::schema_name(), T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (scalar, map) = (generator.subschema_for::<S>(), generator.subschema_for::<T>());
        json_schema!({"anyOf": [scalar, map]})
    }
}

impl<T: JsonSchema> JsonSchema for TextOr<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("TeksAtau{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let map = generator.subschema_for::<T>();
        json_schema!({"anyOf": [scalar(), map]})
    }
}

impl JsonSchema for RowNumber<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Nomor".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        u32::json_schema(generator)
    }
}

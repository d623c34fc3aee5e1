//! New parts entered where a package keeps account of its parts: their types, and who refers to them.

use super::Fault;
use super::markup::{Edits, Root, elements, qualified};
use super::parts::Parts;
use crate::package::escaped;

/// The part that tells the type of every part.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// What relations are written in.
const PACKAGE_RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The part of this name is of that type.
///
/// # Errors
/// When the account of types is damaged.
pub(super) fn declare(parts: &mut Parts<'_>, part: &str, content_type: &str) -> Result<(), Fault> {
    enter(parts, ("Override", "PartName", &format!("/{part}")), content_type)
}

/// All parts with this extension are of that type, where nothing else is said.
///
/// # Errors
/// When the account of types is damaged.
pub(super) fn declare_all(parts: &mut Parts<'_>, extension: &str, content_type: &str) -> Result<(), Fault> {
    enter(parts, ("Default", "Extension", extension), content_type)
}

fn enter(parts: &mut Parts<'_>, (name, key, value): (&str, &str, &str), content_type: &str) -> Result<(), Fault> {
    let text = parts.needed(TYPES)?;
    let is_said = |it: Option<std::borrow::Cow<'_, str>>| it.is_some_and(|it| it.eq_ignore_ascii_case(value));
    if elements(&text, name)?.iter().any(|(tag, _)| is_said(tag.attribute(key))) {
        return Ok(());
    }
    let root = Root::of(&text, TYPES)?;
    let (name, value) = (qualified(root.prefix(), name), escaped(value));
    let mut edits = Edits::default();
    root.holder.append(&mut edits, &format!("<{name} {key}=\"{value}\" ContentType=\"{content_type}\"/>"));
    parts.put(TYPES, edits.apply(&text));
    Ok(())
}

/// The part refers to a target by a role; gives the id back that it knows it by.
///
/// # Errors
/// When its relations are damaged.
pub(super) fn relate(parts: &mut Parts<'_>, part: &str, role: &str, target: &str) -> Result<String, Fault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let member = format!("{folder}/_rels/{name}.rels");
    let text = parts.text(&member)?.unwrap_or_else(|| {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        format!("{head}\n<Relationships xmlns=\"{PACKAGE_RELATIONS}\"></Relationships>")
    });
    let known = elements(&text, "Relationship")?;
    let is_known = |id: &str| known.iter().any(|(tag, _)| tag.attribute("Id").is_some_and(|it| it == id));
    let id = (1..).map(|number| format!("rId{number}")).find(|id| !is_known(id)).unwrap_or_default();
    let root = Root::of(&text, &member)?;
    let name = qualified(root.prefix(), "Relationship");
    let mut edits = Edits::default();
    root.holder.append(
        &mut edits,
        &format!("<{name} Id=\"{id}\" Type=\"{}\" Target=\"{}\"/>", escaped(role), escaped(target)),
    );
    parts.put(&member, edits.apply(&text));
    Ok(id)
}

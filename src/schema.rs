//! The serde twins of the model: what YAML and JSON are made of, and the only serde of the house besides the JSON report.

//! Sop → artefact: table, print, YAML.

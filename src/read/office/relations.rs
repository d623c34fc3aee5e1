//! `_rels/*.rels`: what a part of an Office file refers to by id → the members of the archive.

use super::xml::{Cursor, Piece};
use super::{OfficeFault, Package};

/// Most relations of one part.
const MOST_RELATIONS: usize = 20_000;

/// The relations of one part, in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct Relations(Vec<Relation>);

/// One of them.
#[derive(Debug)]
pub(crate) struct Relation {
    /// By which name the part refers to it.
    pub id: String,
    /// What the member is to the part: the last word of its type, `worksheet`.
    pub role: String,
    /// Name of the member.
    pub member: String,
}

impl Relations {
    /// Of the part of this name; a part without relations has none.
    ///
    /// # Errors
    /// When the file of relations is damaged or beyond all bounds.
    pub fn of(package: &mut Package<'_>, part: &str) -> Result<Self, OfficeFault> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(text) = package.member(&format!("{folder}/_rels/{name}.rels"))? else { return Ok(Self::default()) };
        let mut found = Vec::new();
        let mut cursor = Cursor::new(&text);
        while let Some(piece) = cursor.next()? {
            let Piece::Open(tag) = piece else { continue };
            let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) else { continue };
            if tag.name != "Relationship" || tag.attribute("TargetMode").is_some_and(|it| it == "External") {
                continue;
            }
            if found.len() == MOST_RELATIONS {
                return Err(OfficeFault::TooMuch);
            }
            let role = tag.attribute("Type").unwrap_or_default();
            let role = role.rsplit('/').next().unwrap_or_default().to_owned();
            found.push(Relation { id: id.into_owned(), role, member: member(folder, &target) });
        }
        Ok(Self(found))
    }

    /// The relation of this id.
    pub fn by_id(&self, id: &str) -> Option<&Relation> {
        self.0.iter().find(|it| it.id == id)
    }

    /// All, in the order of the file.
    pub fn all(&self) -> impl Iterator<Item = &Relation> {
        self.0.iter()
    }

    /// The first relation of this role.
    pub fn by_role(&self, role: &str) -> Option<&Relation> {
        self.0.iter().find(|it| it.role == role)
    }
}

/// The member that a target names, seen from a folder: `../drawings/drawing1.xml`, `/xl/styles.xml`.
fn member(folder: &str, target: &str) -> String {
    let from_root = target.starts_with('/');
    let mut parts: Vec<&str> = if from_root { Vec::new() } else { folder.split('/').collect() };
    for part in target.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.retain(|it| !it.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_found_from_where_they_are_named() {
        assert_eq!(member("xl/worksheets", "../drawings/drawing1.xml"), "xl/drawings/drawing1.xml");
        assert_eq!(member("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(member("xl", "../../../worksheets/./a.xml"), "worksheets/a.xml");
    }
}

//! What the rules are, as a report tells it: handed in by the caller, for this floor knows no rules.

use crate::diagnostic::{Language, Severity, page_in};

/// One rule as a report shows it.
#[derive(Debug, Clone, Copy)]
pub struct RuleCard {
    /// Code, such as `S502`.
    pub code: &'static str,
    /// Name, such as `unused-output`.
    pub name: &'static str,
    /// The severity it has by itself.
    pub severity: Severity,
    /// One line in Indonesian.
    pub summary: &'static str,
    /// Its English twin.
    pub summary_en: &'static str,
    /// The page in Markdown, in both languages.
    pub page: &'static str,
}

impl RuleCard {
    /// The one line in that language.
    pub(super) fn summary_in(&self, language: Language) -> &'static str {
        if language == Language::English { self.summary_en } else { self.summary }
    }

    /// What the page names as the rule's ground, such as `PermenPANRB 35/2012, lima simbol`.
    pub(super) fn basis(&self, language: Language) -> Option<&'static str> {
        let mark = if language == Language::English { "*Basis:" } else { "*Dasar:" };
        let (_, rest) = self.page.split_once(mark)?;
        let (basis, _) = rest.split_once('*')?;
        Some(basis.trim().trim_end_matches('.'))
    }

    /// The page in that language, as Markdown.
    pub(super) fn page_in(&self, language: Language) -> String {
        page_in(self.page, language)
    }

    /// What the page says before its examples, without its heading.
    pub(super) fn explanation(&self, language: Language) -> String {
        let page = self.page_in(language);
        let body = page.trim_start().strip_prefix("# ").and_then(|it| it.split_once('\n')).map_or(&*page, |it| it.1);
        body.split_once("\n## ").map_or(body, |it| it.0).trim().to_owned()
    }
}

/// All rules that a report may speak of.
#[derive(Debug, Clone, Default)]
pub struct Guide(Vec<RuleCard>);

impl Guide {
    /// Of these rules, sorted by code.
    pub fn new(cards: impl IntoIterator<Item = RuleCard>) -> Self {
        let mut cards: Vec<RuleCard> = cards.into_iter().collect();
        cards.sort_by_key(|it| it.code);
        Self(cards)
    }

    /// The rule of that code.
    pub(super) fn card(&self, code: &str) -> Option<&RuleCard> {
        self.0.binary_search_by(|it| it.code.cmp(code)).ok().map(|at| &self.0[at])
    }
}

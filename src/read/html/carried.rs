//! A page that `sop` rendered → the YAML it carries, as long as nobody has changed the page.

use crate::schema::carried::{TEMPLATE, TEMPLATE_END, seal_of_page};

/// What stands for signs in the text of a page.
const ENTITIES: [(&str, char); 5] = [("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&amp;", '&')];

/// The YAML; none in another page, or where its seal is broken.
pub(in crate::read) fn carried_yaml(page: &str) -> Option<String> {
    let start = page.rfind(TEMPLATE)?;
    let (seal, rest) = page[start + TEMPLATE.len()..].split_once("\">")?;
    let (yaml, behind) = rest.split_once(TEMPLATE_END)?;
    let yaml = unescaped(yaml);
    let around = [&page[..start], behind].concat();
    (seal_of_page(&around, &yaml) == seal).then_some(yaml)
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (taken, sign) = ENTITIES.iter().find(|it| rest.starts_with(it.0)).map_or((1, '&'), |it| (it.0.len(), it.1));
        out.push(sign);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

//! Text of a document → text that XML takes for nothing but text.

/// Text as it stands between tags and in attributes in double quotes, line breaks and tabs kept. What XML cannot hold, and other
/// characters that steer, become `�`.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            letter if letter.is_control() => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_that_is_written_can_end_its_element() {
        assert_eq!(
            escaped("a < b & \"c\" > d\u{1}\u{ffff}\ne"),
            "a &lt; b &amp; &quot;c&quot; &gt; d\u{fffd}\u{fffd}\ne"
        );
    }
}

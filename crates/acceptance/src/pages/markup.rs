//! Reading our own HTML: tags in order, texts without them. No parser of the wide world's HTML.

/// A tag as it stands: its name, `/` before it when it closes, and its attributes.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'a> {
    /// `input`, `/form`.
    pub name: &'a str,
    attributes: &'a str,
    /// What follows up to the next tag.
    pub text: &'a str,
}

impl Tag<'_> {
    /// The value of an attribute; empty for one without a value.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while !rest.trim_start().is_empty() {
            rest = rest.trim_start();
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix("=\"").and_then(|quoted| quoted.split_once('"')) {
                Some((value, after)) => (value, after),
                None => ("", after.strip_prefix('=').unwrap_or(after)),
            };
            if key == name {
                return Some(plain(value));
            }
            rest = after;
        }
        None
    }

    /// Whether an attribute is there.
    pub fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }
}

/// The tags of a page in order; scripts and comments are ours and hold no tags.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    html.split('<').skip(1).filter_map(|piece| {
        let (inside, text) = piece.split_once('>')?;
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        Some(Tag { name, attributes, text })
    })
}

/// What can be read on a page: its texts, each piece of white space as one space.
pub fn words(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let texts = tags(body).filter(|tag| !matches!(tag.name, "script" | "style")).map(|tag| tag.text);
    let joined: String = texts.flat_map(|text| [text, " "]).collect();
    plain(&joined).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text with its character references resolved.
pub fn plain(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_their_attributes_and_texts() {
        let html = r#"<body><input name="a" value="x &lt; &quot;y&quot;" required><p class="b">读 我</p>"#;
        let all: Vec<_> = tags(html).collect();
        assert_eq!(all[1].attribute("value").as_deref(), Some("x < \"y\""));
        assert!(all[1].has("required") && !all[1].has("checked"));
        assert_eq!((all[2].name, all[2].text), ("p", "读 我"));
        assert_eq!(words(html), "读 我");
    }
}

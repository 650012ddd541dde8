//! Documents with something left out, to see whether the other side notices.

use crate::xml::{self, Node, XmlError};

/// A document without one of its elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omission {
    /// Which element is missing, from the block below the root: `ICP/ZXSJ/Zxxx/Zxlb`.
    pub path: String,
    /// The document without it.
    pub text: String,
}

/// How documents begin, whatever they are made of.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"GBK\"?>\n";

/// Texts are cut to so many characters, more than any must have and a whole number of base64 groups.
const SHORT: usize = 64;

/// Leaves out one element after the other, each with everything in it. Of elements that stand several times
/// only the first is kept at all, so that leaving it out leaves none; of long texts the beginning.
pub fn omissions(document: &str) -> Result<Vec<Omission>, XmlError> {
    let mut tree = xml::parse(document)?;
    shorten(&mut tree);
    let mut omissions = Vec::new();
    let mut places = Vec::new();
    collect(&tree, &mut Vec::new(), &mut places);
    for place in places {
        let mut rest = tree.clone();
        let path = leave_out(&mut rest, &place);
        let mut text = DECLARATION.to_owned();
        write(&rest, &mut text);
        omissions.push(Omission { path: path.join("/"), text });
    }
    Ok(omissions)
}

fn shorten(node: &mut Node) {
    node.text = node.text.chars().take(SHORT).collect();
    let mut seen: Vec<String> = Vec::new();
    node.children.retain(|child| {
        let first = !seen.contains(&child.name);
        seen.push(child.name.clone());
        first
    });
    node.children.iter_mut().for_each(shorten);
}

/// Every element below a node, as the way to it.
fn collect(node: &Node, way: &mut Vec<usize>, places: &mut Vec<Vec<usize>>) {
    for (index, child) in node.children.iter().enumerate() {
        way.push(index);
        places.push(way.clone());
        collect(child, way, places);
        way.pop();
    }
}

fn leave_out(node: &mut Node, place: &[usize]) -> Vec<String> {
    match place {
        [] => Vec::new(),
        [last] => vec![node.children.remove(*last).name],
        [first, rest @ ..] => {
            let child = &mut node.children[*first];
            let mut path = vec![child.name.clone()];
            path.extend(leave_out(child, rest));
            path
        }
    }
}

fn write(node: &Node, out: &mut String) {
    out.push('<');
    out.push_str(&node.name);
    for (name, value) in &node.attributes {
        out.extend([" ", name, "=\"", &xml::escape(value), "\""]);
    }
    out.push('>');
    out.push_str(&xml::escape(&node.text));
    node.children.iter().for_each(|child| write(child, out));
    out.extend(["</", &node.name, ">"]);
}

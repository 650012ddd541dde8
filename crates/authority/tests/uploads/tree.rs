//! Documents as trees that can be changed in one place.

use beian_authority::message::upload::UploadDocument;
use beian_authority::xml::{self, Node};

/// The way to an element: the place among the children, from the root.
pub type Way = Vec<usize>;

pub fn parsed(document: &UploadDocument) -> Node {
    xml::parse(&document.to_xml()).unwrap()
}

/// The same tree with one of each where several of a name stand side by side, with short texts and pictures.
pub fn slim(mut node: Node) -> Node {
    let mut names = Vec::new();
    node.children.retain(|child| {
        let new = !names.contains(&child.name);
        names.push(child.name.clone());
        new
    });
    if ["Fjnr", "Spwj"].contains(&node.name.as_str()) {
        node.text = "cGljdHVyZQ==".to_owned();
    } else if node.text.parse::<i64>().is_err() {
        // No limit forbids twelve characters.
        node.text = node.text.chars().take(12).collect();
    }
    node.children = node.children.into_iter().map(slim).collect();
    node
}

pub fn written(node: &Node) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"GBK\"?>\n".to_owned();
    write(node, &mut out);
    out
}

fn write(node: &Node, out: &mut String) {
    let attributes =
        node.attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", xml::escape(value)));
    let name = &node.name;
    out.push_str(&format!("<{name}{}>{}", attributes.collect::<String>(), xml::escape(&node.text)));
    node.children.iter().for_each(|child| write(child, out));
    out.push_str(&format!("</{name}>"));
}

/// Moves the children of every element: kind after kind from the last to the first, those of one kind in
/// their order.
pub fn shuffled(mut node: Node) -> Node {
    let names: Vec<String> = node.children.iter().map(|child| child.name.clone()).collect();
    let first = |name: &str| names.iter().position(|known| known == name);
    node.children.sort_by_key(|child| std::cmp::Reverse(first(&child.name)));
    node.children = node.children.into_iter().map(shuffled).collect();
    node
}

/// Every element below the root, parents before children.
pub fn ways(node: &Node) -> Vec<Way> {
    let mut found = Vec::new();
    for (place, child) in node.children.iter().enumerate() {
        found.push(vec![place]);
        found.extend(ways(child).into_iter().map(|way| [vec![place], way].concat()));
    }
    found
}

/// The names on the way, as violations and errors tell them.
pub fn path(root: &Node, way: &[usize]) -> String {
    let mut node = root;
    let mut names = Vec::new();
    for place in way {
        node = &node.children[*place];
        names.push(node.name.clone());
    }
    names.join("/")
}

pub fn at<'n>(root: &'n mut Node, way: &[usize]) -> &'n mut Node {
    way.iter().fold(root, |node, place| &mut node.children[*place])
}

pub fn without(root: &Node, way: &[usize]) -> Node {
    let mut tree = root.clone();
    let (last, above) = way.split_last().unwrap();
    at(&mut tree, above).children.remove(*last);
    tree
}

/// The element at the end of the way so many times.
pub fn repeated(root: &Node, way: &[usize], times: usize) -> Node {
    let mut tree = root.clone();
    let (last, above) = way.split_last().unwrap();
    let parent = at(&mut tree, above);
    let copies = vec![parent.children[*last].clone(); times - 1];
    parent.children.splice(*last..*last, copies);
    tree
}

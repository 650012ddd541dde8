//! How long the functions of a file are.

use anyhow::{Result, anyhow};
use proc_macro2::Span;
use syn::visit::{self, Visit};

use super::Measure;
use crate::text_files::TextFile;

/// Measures every function with a body, from its signature to its closing brace.
pub fn measure(file: &TextFile, limit: usize) -> Result<Vec<Measure>> {
    let parsed = syn::parse_file(&file.text)
        .map_err(|error| anyhow!("{}:{}: not Rust: {error}", file.path, error.span().start().line))?;
    let mut reader = Reader { path: &file.path, limit, measures: Vec::new() };
    reader.visit_file(&parsed);
    Ok(reader.measures)
}

struct Reader<'a> {
    path: &'a str,
    limit: usize,
    measures: Vec<Measure>,
}

impl Reader<'_> {
    fn function(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let first = signature.fn_token.span.start().line;
        let closing: Span = body.brace_token.span.close();
        self.measures.push(Measure {
            name: format!("{}#{}", self.path, signature.ident),
            path: self.path.to_owned(),
            line: first,
            lines: closing.end().line + 1 - first,
            limit: self.limit,
        });
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(body) = &function.default {
            self.function(&function.sig, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

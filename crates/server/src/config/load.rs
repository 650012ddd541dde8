//! Where settings come from: defaults, then the file, then the environment; later wins.

use std::path::{Path, PathBuf};

#[cfg(test)]
use config::Map;
use config::{Config as Layers, Environment, File, FileFormat};

use super::reader::{Problem, Reader};
use super::{SECTIONS, authority, method};

/// The file that is read when none is named and it exists.
const USUAL_FILE: &str = "beian.toml";
/// What the names of environment variables begin with: `BEIAN__SECTION__KEY`.
const PREFIX: &str = "BEIAN";

/// The file and the environment to read.
#[derive(Debug, Clone)]
pub struct Source {
    file: Option<PathBuf>,
    environment: Environment,
}

impl Source {
    /// The named file, or `beian.toml` when it is there, and the environment of the process.
    pub fn new(file: Option<&Path>) -> Self {
        let usual = Path::new(USUAL_FILE);
        let file = file.map(Path::to_owned).or_else(|| usual.exists().then(|| usual.to_owned()));
        Self { file, environment: Environment::default() }
    }

    /// The same with these variables instead of those of the process.
    #[cfg(test)]
    pub fn with_environment(mut self, variables: Map<String, String>) -> Self {
        self.environment = self.environment.source(Some(variables));
        self
    }

    /// The file that is read, when there is one.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Puts the layers together. Only a file that cannot be read at all ends here.
    pub(super) fn read(&self) -> Result<Reader, Problem> {
        let base = self.file.as_deref().and_then(Path::parent).map(Path::to_owned).unwrap_or_default();
        let named = self.layers("")?;
        let authorities = authority::names(&named);
        let methods = method::names(&named);
        let mut defaults: String = SECTIONS.iter().map(|section| section.defaults(section.name)).collect();
        for name in &authorities {
            let section = format!("{}.{name}", authority::SECTION.name);
            defaults.push_str(&authority::SECTION.defaults(&section));
            for method in methods.get(name).into_iter().flatten() {
                defaults.push_str(&method::SECTION.defaults(&method::section_name(&section, method)));
            }
        }
        Ok(Reader::new(self.layers(&defaults)?, &named, base, authorities))
    }

    fn layers(&self, defaults: &str) -> Result<Layers, Problem> {
        let mut builder = Layers::builder().add_source(File::from_str(defaults, FileFormat::Toml));
        if let Some(file) = &self.file {
            builder = builder.add_source(File::from(file.as_path()).format(FileFormat::Toml).required(true));
        }
        let environment = self.environment.clone().prefix(PREFIX).separator("__").ignore_empty(true);
        builder.add_source(environment).build().map_err(|error| {
            let file = self.file.as_deref().unwrap_or(Path::new(USUAL_FILE));
            Problem::new(
                &file.display().to_string(),
                format!("cannot be read: {error}"),
                "name a file of this form: https://toml.io",
            )
        })
    }
}

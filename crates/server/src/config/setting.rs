//! How a setting and a section describe themselves: name, default, documentation.

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name within the section.
    pub name: &'static str,
    /// The default, as it would stand in the file.
    pub default: &'static str,
    /// Whether it is masked when the configuration is printed.
    pub secret: bool,
    /// What it does, Chinese then English, one line each.
    pub about: &'static [&'static str],
}

/// One section of the file.
#[derive(Debug)]
pub struct Section {
    /// Its name: `[name]`.
    pub name: &'static str,
    /// What it is about, Chinese then English.
    pub about: &'static [&'static str],
    /// Its settings in order.
    pub settings: &'static [Setting],
}

impl Section {
    /// The setting with this name.
    pub fn setting(&self, name: &str) -> Option<&'static Setting> {
        self.settings.iter().find(|setting| setting.name == name)
    }

    /// The section with nothing but defaults, as TOML, under the given name.
    pub fn defaults(&self, name: &str) -> String {
        let lines = self.settings.iter().map(|setting| format!("{} = {}\n", setting.name, setting.default));
        format!("[{name}]\n{}", lines.collect::<String>())
    }
}

/// A setting that anyone may see.
pub const fn open(name: &'static str, default: &'static str, about: &'static [&'static str]) -> Setting {
    Setting { name, default, secret: false, about }
}

/// A setting that is masked when printed, and empty by default.
pub const fn secret(name: &'static str, about: &'static [&'static str]) -> Setting {
    Setting { name, default: "\"\"", secret: true, about }
}

//! Where a service is found: domain names, address ranges, home pages.

mod domain_name;
mod home_url;
mod ip_range;
mod reserved;

pub use domain_name::DomainName;
pub(crate) use domain_name::ascii_host;
pub use home_url::HomeUrl;
pub use ip_range::IpRange;

#[cfg(test)]
mod tests;

//! Every upload document: against itself, against damage, against the official schema, against the rules.

#[cfg(test)]
mod damage;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod official;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod tree;

//! The rules and their examples: every rule finds fault where it must and nowhere else, and none is idle.

use std::collections::BTreeSet;

use super::super::example::run;
use super::super::{Base, EXAMPLES_DAY, Rulebook};
use crate::check::Checker;
use crate::check::registry::Check;
use crate::dossier::Dossier;

#[test]
fn the_orders_that_examples_start_from_are_faultless() {
    let checker = Checker::new(Rulebook::built_in(), EXAMPLES_DAY);
    for base in Base::ALL {
        let order = Dossier::from_json(base.json()).unwrap();
        let found: Vec<_> = checker
            .check(&order)
            .into_iter()
            .map(|f| format!("{} {} {:?}", f.rule, f.field, f.facts))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{}", base.slug());
    }
}

#[test]
fn every_example_behaves() {
    let problems = Rulebook::built_in().misbehaving();
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// Takes each rule out in turn: some example must notice.
#[test]
fn no_rule_can_be_taken_out_unnoticed() {
    let mut rulebook = super::super::load::load(&[super::super::Layer::built_in()]).unwrap();
    let codes: Vec<String> = rulebook.rules.keys().cloned().collect();
    let mut unnoticed = Vec::new();
    for code in &codes {
        let entry = rulebook.rules.remove(code).unwrap();
        // The examples stand with the rule: they are run against a rulebook whose rule of this code is asleep.
        let mut asleep = entry.clone();
        for version in asleep.all_mut() {
            version.value.check = &super::ASLEEP;
        }
        rulebook.rules.insert(code.clone(), asleep);
        let fails = format!("{code}.fails");
        let examples = run(&rulebook, rulebook.rules[code].all().iter());
        let noticed = examples.iter().any(|problem| problem.key == fails);
        if !noticed {
            unnoticed.push(code.clone());
        }
        rulebook.rules.insert(code.clone(), entry);
    }
    println!("{} rules taken out one by one, {} unnoticed", codes.len(), unnoticed.len());
    assert_eq!(unnoticed, Vec::<String>::new());
}

#[test]
fn every_check_is_used_by_a_rule() {
    let used: BTreeSet<&str> = Rulebook::built_in().all_rules().map(|entry| entry.value.check.slug).collect();
    let idle: Vec<&str> = Check::all().map(|check| check.slug).filter(|slug| !used.contains(slug)).collect();
    assert_eq!(idle, Vec::<&str>::new());
}

#[test]
fn every_check_has_a_name_of_its_own() {
    let mut seen = BTreeSet::new();
    for check in Check::all() {
        assert!(seen.insert(check.slug), "{} twice", check.slug);
    }
}

#[test]
fn the_list_of_rules() {
    let mut page = String::new();
    let rulebook = Rulebook::built_in();
    for entry in rulebook.all_rules() {
        let (rule, said) = (&entry.value, &entry.testimony);
        let who = if rule.asks.is_empty() {
            said.sources.join(" ")
        } else {
            rule.asks.iter().map(|parameter| parameter.key()).collect::<Vec<_>>().join(" ")
        };
        page.push_str(&format!("{:<36}{:<6}{:<32}{who}\n", rule.code, said.severity.slug(), rule.check.slug));
    }
    insta::assert_snapshot!("rules", page);
}

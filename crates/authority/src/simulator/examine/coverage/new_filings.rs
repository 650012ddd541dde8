//! XZBA: one thing wrong in an otherwise good filing.

use super::Reached;
use super::world::EAST;
use crate::message::Approval;
use crate::message::upload::xzba::{IpRange, Owner};
use crate::sample;
use crate::simulator::blacklist::{Ban, Banned};
use crate::value::Blob;

pub(super) const REACHED: &[Reached] = &[
    (1001, "XZBA", "the operator or the policy approves", |world| {
        world.filing(|_| {});
        world.approve()
    }),
    (1002, "XZBA", "the operator or the policy refuses", |world| {
        world.filing(|_| {});
        world.refuse(&[])
    }),
    (
        1003,
        "XZBA",
        "the certificate is filed under another name, or the name under another certificate",
        |world| world.filing(|filing| filing.subject.certificate = sample::filing(1).subject.certificate),
    ),
    (1004, "XZBA", "a label begins or ends with a hyphen, or there is only one", |world| {
        world.filing(|filing| filing.services[0].domains[0].name = "-shop9.example".into())
    }),
    (1005, "XZBA", "the domain is filed, or in a request under way", |world| {
        world.filing(|filing| filing.services[0].domains[0].name = "shop1.example".into())
    }),
    (1006, "XZBA", "an address is private or reserved, or the first is above the last", |world| {
        world.filing(|filing| {
            filing.services[0].accesses[0].addresses[0].first = [10, 0, 0, 1].into();
        })
    }),
    (1007, "XZBA", "mobile or e-mail is blank", |world| {
        world.filing(|filing| filing.subject.person.mobile = " ".repeat(11))
    }),
    (1008, "XZBA", "the check character of the business licence is wrong, or the type unknown", |world| {
        world.filing(|filing| filing.subject.certificate.number = "914403000000000000".into())
    }),
    (1009, "XZBA", "no e-mail address", |world| {
        world.filing(|filing| filing.subject.person.email = "nobody.example".into())
    }),
    (1010, "XZBA", "an office phone with other characters than digits and hyphens", |world| {
        world.filing(|filing| filing.subject.person.office_phone = Some("0755 8888 0000".to_owned()))
    }),
    (1011, "XZBA", "no mobile number", |world| {
        world.filing(|filing| filing.services[0].person.mobile = "12800000001".into())
    }),
    (1012, "XZBA", "an MSN account without @", |world| {
        world.filing(|filing| filing.subject.person.msn = Some("nobody".to_owned()))
    }),
    (1013, "XZBA", "a QQ account that is no number", |world| {
        world.filing(|filing| filing.subject.person.qq = Some("nobody".to_owned()))
    }),
    (1014, "XZBA", "a nature that is not in the table, or none", |world| {
        world.filing(|filing| filing.subject.nature = Some(7))
    }),
    (1015, "XZBA", "the check character of an identity card is wrong", |world| {
        world.filing(|filing| {
            filing.subject.person.certificate_number = Some("440300199001010001".to_owned());
        })
    }),
    (1019, "XZBA", "city or county of another province, or not in the table", |world| {
        world.filing(|filing| filing.subject.address.city = 110_100)
    }),
    (1022, "XZBA", "a home page without a dot or with blanks", |world| {
        world.filing(|filing| filing.services[0].home_url = Some("www.shop9.example/a b".to_owned()))
    }),
    (1024, "XZBA", "two ranges of one access overlap", |world| {
        world.filing(|filing| {
            let ranges = &mut filing.services[0].accesses[0].addresses;
            ranges.push(IpRange { record: 999, ..ranges[0].clone() });
        })
    }),
    (1029, "XZBA", "one access record stands twice", |world| {
        world.filing(|filing| {
            let accesses = &mut filing.services[0].accesses;
            accesses.push(accesses[0].clone());
        })
    }),
    (1031, "XZBA", "an organisation names a person without office phone", |world| {
        world.filing(|filing| filing.services[0].person.office_phone = None)
    }),
    (1033, "XZBA", "a pre-approval that is not in the table", |world| {
        world.filing(|filing| {
            let scans = vec![Blob(sample::PICTURE.to_vec())];
            filing.services[0].approvals =
                vec![Approval { kind: 8, number: "示例字1号".to_owned(), scans }];
        })
    }),
    (1034, "XZBA", "a content that is not in the table", |world| {
        world.filing(|filing| filing.services[0].contents = vec![25])
    }),
    (1035, "XZBA", "an access mode that is not in the table", |world| {
        world.filing(|filing| filing.services[0].accesses[0].modes = vec![9])
    }),
    (1036, "XZBA", "a location that is not in the table", |world| {
        world.filing(|filing| filing.services[0].accesses[0].locations = vec![13])
    }),
    (1039, "XZBA", "a domain stands twice", |world| {
        world.filing(|filing| {
            let domains = &mut filing.services[0].domains;
            domains.push(domains[0].clone());
        })
    }),
    (1040, "XZBA", "two accesses of one service share an address", |world| {
        world.filing(|filing| {
            let accesses = &mut filing.services[0].accesses;
            let mut twin = accesses[0].clone();
            twin.record = 998;
            accesses.push(twin);
        })
    }),
    (1041, "XZBA", "the home page contains none of the domains", |world| {
        world.filing(|filing| filing.services[0].home_url = Some("www.elsewhere.example".to_owned()))
    }),
    (1044, "XZBA", "an organisation does not name its person in charge", |world| {
        world.filing(|filing| filing.subject.person.name = None)
    }),
    (1045, "XZBA", "the subject is in another province than the provider's bureau", |world| {
        world.send_as(EAST, |icp| icp.new_filing = Some(sample::new_filing(9)))
    }),
    (1056, "XZBA", "an attachment format that is not in the table", |world| {
        world.filing(|filing| filing.attachments[0].format = 3)
    }),
    (1057, "XZBA", "an attachment purpose that is not in the table", |world| {
        world.filing(|filing| filing.attachments[0].purpose = 6)
    }),
    (1060, "XZBA", "received; of other documents only with a verification sheet", |world| {
        world.filing(|_| {})
    }),
    (
        1061,
        "XZBA",
        "the purpose belongs to the other kind of owner, or the owner is not in the request",
        |world| {
            world.filing(|filing| filing.attachments[0].owner = Owner { kind: Owner::SERVICE, record: 902 })
        },
    ),
    (1062, "XZBA", "received; also when the phone check is passed", |world| world.filing(|_| {})),
    (1063, "XZBA", "the provider has reported addresses, but not these", |world| {
        world.ip(super::world::OWN, |ip| {
            let mut addition = sample::ip_addition(1);
            addition.broadcasts.clear();
            ip.addition = Some(addition);
        });
        world.filing(|_| {})
    }),
    (1064, "XZBA", "a domain, or one above it, is blacklisted", |world| {
        world.change(|bureau| {
            bureau.state.blacklist.insert(Banned::domain("shop9.example"), Ban::default());
            Ok(())
        });
        world.filing(|_| {})
    }),
    (1065, "XZBA", "the certificate is blacklisted", |world| {
        world.change(|bureau| {
            let banned = Banned::subject(1, &sample::credit_code(9));
            bureau.state.blacklist.insert(banned, Ban::default());
            Ok(())
        });
        world.filing(|_| {})
    }),
    (1066, "XZBA", "a language that is not in the table", |world| {
        world.filing(|filing| filing.services[0].languages = vec![30])
    }),
    (1999, "XZBA", "the phone check is missed or failed", super::whole::missed_phone_check),
    (5010, "XZBA", "a picture above 100 KB, a verification sheet above 150 KB", |world| {
        world.filing(|filing| filing.attachments[0].content = Blob(vec![0; 100 * 1024 + 1]))
    }),
];

//! Requests about what is filed already: new services, new accesses, changes, cancellations, material, answers
//! to what was asked.

use super::Reached;
use super::world::{OTHER, OWN, World};
use crate::message::parts::attachment::{FiledOwner, OwnerIdentifier};
use crate::message::upload::icp::cancellation::Request as Zxba;
use crate::message::upload::icp::new_access::FiledService;
use crate::message::upload::icp::new_service::FiledSubject;
use crate::message::upload::icp::{new_access, new_service};
use crate::sample;
use crate::simulator::Kind;
use crate::simulator::asked::UnfiledSite;

/// MD5 of something else.
const WRONG: &str = "00000000000000000000000000000000";

fn service(world: &World, spoil: impl FnOnce(&mut new_service::Request)) -> Vec<i64> {
    let mut document = sample::new_service(1);
    spoil(&mut document.requests[0]);
    world.icp(|icp| icp.new_service = Some(document))
}

/// The same numbered, so that none clashes with another.
fn numbered_service(world: &World, n: u32) -> Vec<i64> {
    let subject = sample::new_service(1).requests.remove(0).subject;
    let mut document = sample::new_service(n);
    document.requests[0].subject = subject;
    world.icp(|icp| icp.new_service = Some(document))
}

fn access(world: &World, spoil: impl FnOnce(&mut new_access::Request)) -> Vec<i64> {
    let mut document = sample::new_access(3);
    spoil(&mut document.requests[0]);
    world.icp(|icp| icp.new_access = Some(document))
}

fn material(world: &World, n: u32, spoil: impl FnOnce(&mut FiledOwner)) -> Vec<i64> {
    let mut document = sample::verification_material(n);
    spoil(&mut document.attachments[0].owner);
    world.icp(|icp| icp.verification_material = Some(document))
}

fn subject_of(world: &World, n: u32) -> i64 {
    world.filed(n).subject.bureau_id
}

fn service_of(world: &World, n: u32) -> i64 {
    world.filed(n).services[0].bureau_id
}

fn access_of(world: &World, n: u32, place: usize) -> i64 {
    world.filed(n).services[0].accesses[place].bureau_id
}

pub(super) const REACHED: &[Reached] = &[
    (1016, "BGBA", "an id that the filing does not have, or a number that is not that of the id", |world| {
        world.changed(|request| request.services[0].accesses[0].bureau_id = 440_000_009_999)
    }),
    (1016, "ZXBA", "an access that is not in the register", |world| {
        world.cancel(Zxba::ACCESS, 440_000_009_999)
    }),
    (1016, "HSJG", "nobody asked for the verification", |world| {
        world.icp(|icp| icp.verification_result = Some(sample::verification_result(1)))
    }),
    (1017, "BGBA", "a change of the subject, or its cancellation, is open", |world| {
        world.changed(|_| {});
        assert_eq!(world.open(Kind::Change), 1);
        world.changed(|_| {})
    }),
    (1017, "XZWZ", "the same", |world| {
        world.changed(|_| {});
        service(world, |_| {})
    }),
    (1017, "XZJR", "the same", |world| {
        world.changed_by(OTHER, 3, |_| {});
        access(world, |_| {})
    }),
    (1017, "ZXBA", "a change of the subject is open", |world| {
        world.changed(|_| {});
        world.cancel(Zxba::SUBJECT, subject_of(world, 1))
    }),
    (1018, "XZJR", "the filing password is wrong", |world| {
        access(world, |request| request.password = WRONG.to_owned())
    }),
    (1018, "XZWZ", "a filing password is given, and wrong", |world| {
        service(world, |request| request.password = Some(WRONG.to_owned()))
    }),
    (1018, "BGBA", "the same", |world| world.changed(|request| request.password = Some(WRONG.to_owned()))),
    (1018, "ZXBA", "the filing password is wrong, or missing where a subject is cancelled", |world| {
        world.cancelled(Zxba::SUBJECT, subject_of(world, 1), |request| request.password = None)
    }),
    (1019, "WBACLJG", "no province, or not in the table", |world| {
        world.icp(|icp| {
            let mut handling = sample::unfiled_handling(1);
            handling.results[0].province = 5;
            icp.unfiled_handling = Some(handling);
        })
    }),
    (1020, "XZWZ", "another service of the subject has the name; in BGBA too", |world| {
        service(world, |request| request.services[0].name = "示例商店1".to_owned())
    }),
    (1021, "XZWZ", "another service has the home page; in BGBA too", |world| {
        service(world, |request| request.services[0].home_url = Some("http://www.shop2.example/".to_owned()))
    }),
    (1023, "BGBA", "an IP record that the access does not have", |world| {
        world.changed(|request| {
            request.services[0].accesses[0].addresses[0].bureau_id = Some(440_000_009_999);
        })
    }),
    (1025, "ZXBA", "no access would be left that is not being cancelled", |world| {
        world.cancel(Zxba::ACCESS, access_of(world, 1, 0))
    }),
    (1026, "ZXBA", "a reason that is not in the table", |world| {
        world.cancelled(Zxba::SUBJECT, subject_of(world, 1), |request| request.reason = 50)
    }),
    (1027, "ZXBA", "a cancellation of the subject is open", |world| {
        world.cancel(Zxba::SUBJECT, subject_of(world, 1));
        world.cancel(Zxba::SUBJECT, subject_of(world, 1))
    }),
    (1030, "ZXBA", "a cancellation of the service is open", |world| {
        world.cancel(Zxba::SERVICE, service_of(world, 1));
        world.cancel(Zxba::SERVICE, service_of(world, 1))
    }),
    (1032, "ZXBA", "a cancellation of the access is open", |world| {
        world.shared(1);
        world.cancel(Zxba::ACCESS, access_of(world, 1, 0));
        world.cancel(Zxba::ACCESS, access_of(world, 1, 0))
    }),
    (1037, "XZWZ", "the provider's record of the service is filed or under way", |world| {
        service(world, |request| request.services[0].record = 102)
    }),
    (1038, "XZJR", "the provider's record of the access is filed or under way", |world| {
        access(world, |request| request.record = 104)
    }),
    (1040, "XZJR", "the provider's access of the service has the address", |world| {
        let mut document = sample::new_access(1);
        document.requests[0].record = 997;
        world.icp(|icp| icp.new_access = Some(document))
    }),
    (1042, "ZXBA", "the subject of the service or access is being cancelled", |world| {
        world.cancel(Zxba::SUBJECT, subject_of(world, 1));
        world.cancel(Zxba::SERVICE, service_of(world, 1))
    }),
    (1043, "ZXBA", "a service of the subject is being cancelled", |world| {
        world.cancel(Zxba::SERVICE, service_of(world, 1));
        world.cancel(Zxba::SUBJECT, subject_of(world, 1))
    }),
    (1046, "BGBA", "the address is in another province than the filed one", |world| {
        world.changed(|request| {
            request.subject.address.province = 330_000;
            request.subject.address.city = 330_100;
            request.subject.address.county = Some(330_102);
        })
    }),
    (1047, "ZXBA", "the access is another provider's", |world| {
        world.shared(1);
        world.cancel(Zxba::ACCESS, access_of(world, 1, 1))
    }),
    (1048, "BGBA", "the provider has no access to the subject, the service or the access", |world| {
        world.changed_by(OWN, 3, |_| {})
    }),
    (1048, "ZXBA", "the provider has no access to the subject or the service", |world| {
        world.cancel(Zxba::SUBJECT, subject_of(world, 3))
    }),
    (1049, "XZWZ", "the subject was cancelled; in BGBA and ZXBA too", |world| {
        world.cancel(Zxba::SUBJECT, subject_of(world, 1));
        world.approve();
        service(world, |_| {})
    }),
    (1050, "XZJR", "the service was cancelled; in BGBA and ZXBA too", |world| {
        let own = sample::new_access(1);
        world.cancel(Zxba::SERVICE, service_of(world, 1));
        world.approve();
        world.icp(|icp| icp.new_access = Some(own))
    }),
    (1051, "BGBA", "the provider has five requests open on the subject (`limits.open_requests`)", |world| {
        for n in 11..16 {
            numbered_service(world, n);
        }
        assert_eq!(world.open(Kind::NewService), 5);
        world.changed(|_| {})
    }),
    (1055, "XZHYD", "it belongs to a filing that the provider does not serve", |world| {
        material(world, 3, |_| {})
    }),
    (1055, "XZWZ", "it belongs to another subject; in XZJR and BGBA too", |world| {
        service(world, |request| {
            request.attachments[0].owner.identifier = OwnerIdentifier::Number(sample::service_number(2));
        })
    }),
    (1058, "XZWZ", "the subject is not in the register; in BGBA and ZXBA too", |world| {
        service(world, |request| request.subject = FiledSubject::Number("粤ICP备2025999999号".to_owned()))
    }),
    (1058, "XZHYD", "it belongs to a subject that is not in the register", |world| {
        material(world, 1, |owner| {
            *owner = FiledOwner { kind: FiledOwner::SUBJECT, identifier: OwnerIdentifier::Record(7) };
        })
    }),
    (1059, "XZJR", "the service is not in the register; in BGBA and ZXBA too", |world| {
        access(world, |request| request.service = FiledService::BureauId(440_000_009_999))
    }),
    (1060, "XZHYD", "stored", |world| material(world, 1, |_| {})),
    (1061, "XZHYD", "the purpose belongs to the other kind of owner", |world| {
        material(world, 1, |owner| {
            let identifier = OwnerIdentifier::Number(sample::subject_number(1));
            *owner = FiledOwner { kind: FiledOwner::SUBJECT, identifier };
        })
    }),
    (1064, "XZJR", "a domain of the named service is blacklisted", |world| {
        world.change(|bureau| {
            let banned = crate::simulator::blacklist::Banned::domain("shop3.example");
            bureau.state.blacklist.insert(banned, crate::simulator::blacklist::Ban::default());
            Ok(())
        });
        access(world, |_| {})
    }),
    (5005, "WBACLJG", "the site is not on the provider's list", |world| {
        world.icp(|icp| icp.unfiled_handling = Some(sample::unfiled_handling(1)))
    }),
    (5006, "WBACLJG", "the provider has told before", |world| {
        world.change(|bureau| {
            let key = (OWN, "unfiled1.example".to_owned());
            bureau.state.unfiled_sites.insert(key, UnfiledSite::default());
            Ok(())
        });
        let handled = || world.icp(|icp| icp.unfiled_handling = Some(sample::unfiled_handling(1)));
        assert_eq!(handled(), [] as [i64; 0]);
        handled()
    }),
    (5007, "WBACLJG", "an outcome that is not in the table", |world| {
        world.icp(|icp| {
            let mut handling = sample::unfiled_handling(1);
            handling.results[0].outcome = 50;
            icp.unfiled_handling = Some(handling);
        })
    }),
];

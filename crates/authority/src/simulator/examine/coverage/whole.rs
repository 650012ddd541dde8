//! Whole files that are wrong, and the phone check.

use std::io::Write as _;

use super::Reached;
use super::world::{BARRED, MINISTRY, OWN, World};
use crate::message::upload::UploadDocument;
use crate::sample;
use crate::simulator::bureau::Occasion;

fn good() -> String {
    UploadDocument::new_filing(OWN, sample::new_filing(9)).to_xml()
}

/// A document in bytes that are no GBK.
fn undecodable() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("a.xml", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<?xml version=\"1.0\" encoding=\"GBK\"?>\n<UploadData>\xff\xff</UploadData>").unwrap();
    zip.finish().unwrap().into_inner()
}

/// A filing whose persons in charge enter no code for a day.
pub(super) fn missed_phone_check(world: &World) -> Vec<i64> {
    world.change(|bureau| {
        bureau.state.change_settings(|settings| settings.phone_check = true);
        Ok(())
    });
    world.filing(|_| {});
    world.change(|bureau| {
        bureau.now += chrono::Duration::hours(24);
        bureau.advance(Occasion::Request)
    });
    world.approve()
}

pub(super) const REACHED: &[Reached] = &[
    (5001, "any", "the file violates the schema; the text names it", |world| {
        world.send_text(OWN, &good().replace("<Bbfs>1</Bbfs>", "<Bbfs>7</Bbfs>"))
    }),
    (5003, "any", "`Qqdwid` is not the unit that calls", |world| {
        world.send_text(OWN, &good().replace("<Qqdwid>1001</Qqdwid>", "<Qqdwid>1002</Qqdwid>"))
    }),
    (5004, "any", "another version than V.3.0", |world| {
        world.send_text(OWN, &good().replace("V.3.0", "V.2.1"))
    }),
    (5008, "any", "bytes that are no GBK", |world| world.send_zip(OWN, &undecodable())),
    (5009, "ICP, IP", "at the ministry, or an account that `lacks` the business", |world| {
        world.send_as(MINISTRY, |icp| icp.new_filing = Some(sample::new_filing(9)))
    }),
    (5009, "YM", "an account that `lacks` the business", |world| {
        world.domains(BARRED, |domain| domain.addition = Some(sample::domain_addition(9)))
    }),
];

//! Invented evidence, drawn: nothing on it can be read, and 样例 (sample) stands across it.

use beian_domain::evidence::EvidenceKind;

use super::canvas::{Canvas, Colour};

const PAPER: Colour = [250, 247, 238];
const INK: Colour = [70, 74, 82];
const PALE: Colour = [196, 198, 202];
const RED: Colour = [196, 52, 44];
const GOLD: Colour = [206, 162, 74];
const SKIN: Colour = [236, 200, 172];
const HAIR: Colour = [52, 46, 44];

/// A drawing of what this kind of evidence looks like; the seed changes clothes and layout a little.
pub fn of(kind: EvidenceKind, seed: u64) -> Vec<u8> {
    match kind {
        EvidenceKind::SubjectCertificate => licence(seed),
        EvidenceKind::SubjectPersonFront | EvidenceKind::ServicePersonFront => card_with_portrait(seed),
        EvidenceKind::SubjectPersonBack | EvidenceKind::ServicePersonBack => card_with_emblem(seed),
        EvidenceKind::VerificationPhoto => person_before_a_wall(seed),
        EvidenceKind::DomainCertificate
        | EvidenceKind::Authorisation
        | EvidenceKind::PreApproval
        | EvidenceKind::Other => letter(seed),
    }
    .jpeg()
}

/// 营业执照: a gold frame, an emblem, lines, a seal.
fn licence(seed: u64) -> Canvas {
    let mut canvas = Canvas::new(1200, 850, PAPER);
    canvas.frame(24, 10, GOLD);
    canvas.frame(42, 3, GOLD);
    canvas.disc((600, 125), (52, 52), RED);
    canvas.disc((600, 125), (38, 38), GOLD);
    canvas.bar(430, 200, 340, 34, INK);
    lines(&mut canvas, (110, 300), 6, 62, 470, seed);
    lines(&mut canvas, (650, 300), 5, 62, 430, seed / 7);
    canvas.bar(960, 80, 110, 110, INK);
    canvas.bar(980, 100, 70, 70, PAPER);
    canvas.bar(1000, 120, 30, 30, INK);
    canvas.ring((930, 690), 88, 7, RED);
    canvas.disc((930, 690), (22, 22), RED);
    canvas.sample_mark(330, 430, 240, [228, 214, 190]);
    canvas
}

/// 居民身份证, the side with the portrait.
fn card_with_portrait(seed: u64) -> Canvas {
    let mut canvas = Canvas::new(1012, 638, [226, 236, 240]);
    lines(&mut canvas, (70, 90), 5, 74, 400, seed);
    canvas.bar(660, 70, 280, 380, [244, 246, 248]);
    portrait(&mut canvas, (800, 230), 90, clothes(seed));
    canvas.bar(640, 450, 320, 150, [226, 236, 240]);
    canvas.bar(70, 530, 180, 22, PALE);
    canvas.bar(290, 526, 600, 30, INK);
    canvas.sample_mark(120, 200, 210, [198, 214, 222]);
    canvas
}

/// 居民身份证, the side with the emblem.
fn card_with_emblem(seed: u64) -> Canvas {
    let mut canvas = Canvas::new(1012, 638, [232, 238, 232]);
    canvas.disc((170, 170), (86, 86), RED);
    canvas.disc((170, 170), (60, 60), GOLD);
    canvas.disc((170, 170), (34, 34), RED);
    canvas.bar(320, 90, 580, 46, INK);
    canvas.bar(400, 180, 420, 60, INK);
    lines(&mut canvas, (300, 450), 2, 74, 470, seed);
    canvas.sample_mark(380, 270, 170, [204, 216, 204]);
    canvas
}

/// 核验照: head and shoulders before a white wall.
fn person_before_a_wall(seed: u64) -> Canvas {
    let mut canvas = Canvas::new(900, 1200, [243, 243, 241]);
    canvas.disc((450, 1090), (330, 330), clothes(seed));
    portrait(&mut canvas, (450, 480), 170, clothes(seed));
    canvas.bar(0, 1120, 900, 80, [214, 210, 204]);
    canvas.sample_mark(250, 40, 180, [222, 222, 218]);
    canvas
}

fn letter(seed: u64) -> Canvas {
    let mut canvas = Canvas::new(900, 1200, PAPER);
    canvas.bar(250, 110, 400, 40, INK);
    lines(&mut canvas, (110, 240), 11, 62, 680, seed);
    canvas.ring((660, 1010), 84, 7, RED);
    canvas.sample_mark(210, 420, 220, [230, 224, 208]);
    canvas
}

fn portrait(canvas: &mut Canvas, centre: (i32, i32), size: i32, cloth: Colour) {
    let (x, y) = centre;
    canvas.disc((x, y + size * 21 / 10), (size * 14 / 10, size), cloth);
    canvas.bar(x - size / 3, y + size * 7 / 10, size * 2 / 3, size * 6 / 10, SKIN);
    canvas.disc((x, y - size / 8), (size * 85 / 100, size * 105 / 100), HAIR);
    canvas.disc((x, y + size / 8), (size * 72 / 100, size * 92 / 100), SKIN);
    for side in [-1, 1] {
        canvas.disc((x + side * size * 3 / 10, y + size / 20), (size / 12, size / 14), HAIR);
    }
    canvas.stroke((x - size / 5, y + size * 6 / 10), (x + size / 5, y + size * 6 / 10), size / 12, RED);
}

fn clothes(seed: u64) -> Colour {
    [[64, 84, 118], [96, 72, 88], [58, 92, 84], [92, 84, 62]][usize::try_from(seed % 4).unwrap_or(0)]
}

/// Lines of writing that cannot be read: a pale bar for the label, a dark one for the words.
fn lines(canvas: &mut Canvas, from: (i32, i32), count: i32, apart: i32, width: i32, seed: u64) {
    for line in 0..count {
        let draw = i32::try_from(seed.wrapping_mul(2_654_435_761).rotate_left(line.unsigned_abs()) % 40)
            .unwrap_or(0);
        let (label, top) = (width / 4, from.1 + line * apart);
        canvas.bar(from.0, top, label - 20, 20, PALE);
        canvas.bar(from.0 + label, top - 2, (width - label) * (60 + draw) / 100, 24, INK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_a_jpeg_the_platform_takes() {
        for kind in EvidenceKind::ALL {
            let bytes = of(*kind, 7);
            assert!(bytes.starts_with(&[0xff, 0xd8, 0xff]), "{kind}");
            assert!(bytes.len() < 200_000, "{kind}: {}", bytes.len());
        }
    }
}

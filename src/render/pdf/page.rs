//! A page of the print → the same as printpdf's, with its links; what is drawn on it comes later, from `content`.

use super::font::{self, Letters};
use crate::layout::{Area, Draw, Page};
use printpdf::{Actions, BorderArray, Destination, LinkAnnotation, Mm, Op, PdfFontHandle, PdfPage, Pt, Rect, TextItem};

/// The pages, empty but for their links. The first one shows each letter once, for printpdf embeds only fonts that it sees at
/// work.
pub(super) fn frames(pages: &[Page], letters: &[Letters]) -> Vec<PdfPage> {
    let mut specimen = specimen(letters);
    let frame = |page: &Page| {
        let links = page.ops.iter().filter_map(|op| match op {
            Draw::Link { area, page: target } => link(*area, *target, (page, pages)),
            _ => None,
        });
        let ops = std::mem::take(&mut specimen).into_iter().chain(links).collect();
        PdfPage::new(millimetres(page.width), millimetres(page.height), ops)
    };
    pages.iter().map(frame).collect()
}

fn specimen(letters: &[Letters]) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for letters in letters {
        let text: String = letters.codes.keys().filter_map(|code| char::from_u32(*code)).collect();
        ops.push(Op::SetFont { font: PdfFontHandle::External(font::id(letters.face)), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(text)] });
    }
    ops.push(Op::EndTextSection);
    ops
}

fn millimetres(length: i32) -> Mm {
    Mm(length as f32 / 100.0 * 25.4 / 72.0)
}

fn points(length: i32) -> Pt {
    Pt(length as f32 / 100.0)
}

/// A link to the other half of a pentagon, a little above it; to the top of its page where that is not known.
fn link(area: Area, number: usize, (page, pages): (&Page, &[Page])) -> Option<Op> {
    let target = pages.get(number.checked_sub(1)?)?;
    let rect = Rect::from_xywh(points(area.x), points(page.height - area.bottom()), points(area.w), points(area.h));
    let top = Some((target.height - page.goal(area, target)) as f32 / 100.0);
    let goal = Destination::Xyz { page: number, left: Some(0.0), top, zoom: None };
    let border = Some(BorderArray::Solid([0.0, 0.0, 0.0]));
    Some(Op::LinkAnnotation { link: LinkAnnotation::new(rect, Actions::go_to(goal), border, None, None) })
}

//! A workbook as its reader hands it over, made of rows of texts: for what is asked of places in office files.

use sop::document::{Aside, AsideKind, Document, Row, Text};
use sop::model::Sop;
use sop::parse::parse;
use sop::source::{Frame, Source, Span, Spot, Spots};

/// A sheet in the making.
pub struct Sheet {
    text: String,
    spots: Spots,
    document: Document,
}

impl Sheet {
    /// An empty sheet of that name.
    pub fn new(name: &str) -> Self {
        let spots = Spots::on_sheets(vec![name.to_owned()]);
        Self { text: String::new(), spots, document: Document::default() }
    }

    /// The next row, from column A on.
    pub fn row(mut self, cells: &[&str]) -> Self {
        let row = 1 + self.document.rows.len() as u32;
        let mut texts = Vec::new();
        for (at, content) in cells.iter().enumerate() {
            self.text.push_str(if at > 0 { "\t" } else { "" });
            texts.push(self.write(content, Spot::Sheet { sheet: 0, row, column: 1 + at as u32 }));
        }
        self.text.push('\n');
        self.document.rows.push(Row::positioned(texts));
        self
    }

    /// Something that is no text of the sheet, in a cell behind the last row.
    pub fn aside(mut self, kind: AsideKind, content: &str, column: u32) -> Self {
        let row = self.document.rows.len() as u32;
        let text = self.write(content, Spot::Sheet { sheet: 0, row, column });
        self.text.push('\n');
        self.note(kind, text)
    }

    /// The same on a page.
    pub fn page_aside(mut self, kind: AsideKind, content: &str, page: u32) -> Self {
        let text = self.write(content, Spot::Page { page, frame: Frame::default() });
        self.text.push('\n');
        self.note(kind, text)
    }

    fn note(mut self, kind: AsideKind, text: Text) -> Self {
        let span = Some(text.whole());
        self.document.asides.push(Aside { kind, text, span });
        self
    }

    fn write(&mut self, content: &str, spot: Spot) -> Text {
        let start = self.text.len();
        self.spots.push(start, spot);
        self.text.push_str(content);
        let mut text = Text::default();
        text.push(content, Span::new(start, self.text.len()));
        text
    }

    /// The source, and the SOPs that are understood in it.
    pub fn read(self, name: &str) -> (Source, Vec<Sop>) {
        let source = Source::transcribed(name, self.text, self.spots);
        let sops = parse(&self.document, &source);
        (source, sops)
    }
}

/// A small SOP on one sheet; step 2 lacks the unit of its duration (cell F6).
pub fn letters() -> Sheet {
    Sheet::new("SOP")
        .row(&["Nomor SOP", "800/12/2023"])
        .row(&["Nama SOP", "PENGELOLAAN SURAT MASUK"])
        .row(&[])
        .row(&["NO", "KEGIATAN", "STAF", "CAMAT", "KELENGKAPAN", "WAKTU", "OUTPUT"])
        .row(&["1", "Menerima surat", "MULAI", "", "Surat", "15 menit", "Agenda surat"])
        .row(&["2", "Mendisposisikan surat", "", "SELESAI", "Agenda surat", "20", "Disposisi"])
}

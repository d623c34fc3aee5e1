fn main() {
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let r = sop::read::read(&b, &f).unwrap();
        if let sop::read::Content::Document(d) = r.content {
            for (i, row) in d.rows.iter().enumerate() {
                println!(
                    "{i} {:?} {:?} {}",
                    row.layout,
                    row.extent,
                    row.cells
                        .iter()
                        .map(|c| format!(
                            "[{}{}]",
                            c.text.as_str().replace('\n', "⏎"),
                            if c.end_column > c.column + 1 || c.rows_below > 0 {
                                format!("<{}x{}>", c.end_column - c.column, c.rows_below)
                            } else {
                                String::new()
                            }
                        ))
                        .collect::<String>()
                );
            }
            for g in &d.grids {
                println!("GRID {:?} {:?}", g.rows, g.edges);
            }
            for p in &d.pages {
                println!("PAGE {:?} {:?}", p.rows, p.size);
                for s in &p.drawing.shapes {
                    println!(
                        "  SHAPE {:?} {:.0},{:.0},{:.0},{:.0} {:?} {:?}",
                        s.kind,
                        s.frame.left,
                        s.frame.top,
                        s.frame.right,
                        s.frame.bottom,
                        s.cell,
                        s.text.as_str()
                    );
                }
                for c in &p.drawing.connectors {
                    println!(
                        "  CONN {:?} -> {:?} bends {:?}",
                        (c.from.at.x, c.from.at.y, c.from.glued, c.from.has_head, c.from.cell),
                        (c.to.at.x, c.to.at.y, c.to.glued, c.to.has_head, c.to.cell),
                        c.bends.iter().map(|p| (p.x, p.y)).collect::<Vec<_>>()
                    );
                }
                for l in &p.drawing.labels {
                    println!("  LABEL {:?} {:?}", l.text.as_str(), l.frame);
                }
            }
            for a in &d.asides {
                println!("ASIDE {:?} {:?}", a.kind, a.text.as_str());
            }
        }
    }
}

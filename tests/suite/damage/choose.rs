//! Which faults a document suffers: none to five that fit its form and one another.

use super::fault::Fault;
use super::form::Form;
use super::layout::{Layout, Medium};
use super::random::Random;

/// Documents in a hundred with so many faults, from none to five.
const STACKS: [usize; 6] = [6, 10, 20, 24, 22, 18];

/// The faults of a document beside those that its layout always has, sorted.
pub fn faults(form: &Form, random: &mut Random) -> Vec<Fault> {
    let mut count = 0;
    let mut turn = random.between(1, 100);
    while turn > STACKS[count] {
        turn -= STACKS[count];
        count += 1;
    }
    let mut left = urn(form);
    let mut faults: Vec<Fault> = Vec::new();
    while faults.len() < count && !left.is_empty() {
        let fault = *random.pick(&left);
        faults.push(fault);
        left.retain(|other| *other != fault && fault.goes_with(*other));
    }
    faults.sort_unstable();
    faults
}

/// All that fit, those more than once that real files of the medium hardly ever lack.
fn urn(form: &Form) -> Vec<Fault> {
    let free = |fault: &Fault| !form.has(*fault) && form.faults.iter().all(|has| fault.goes_with(*has));
    let fitting = Fault::ALL.iter().copied().filter(|fault| fault.fits(form) && free(fault));
    fitting.flat_map(|fault| std::iter::repeat_n(fault, weight(fault, form))).collect()
}

fn weight(fault: Fault, form: &Form) -> usize {
    use Fault::*;
    match fault {
        CentredHeads if form.medium == Medium::Columns => 90,
        PageGrids if form.medium == Medium::Columns => 80,
        TallLabels if form.medium == Medium::Copied => 2,
        AcrossList | ArrowRow | BrokenCells | EmptyHead | HeadAside | ItemNumberMiddle | SiteNoise | TwoHeadings => 12,
        Interleaved | NumberColumn | NumbersApart | OneBlank | SharedLine | SignBullets | SplitLabel => 9,
        AgencyCell | BareSignatory | BareTable | Escapes | FlatHeads | FrontMatter | LabelInCell | LooseWords => 6,
        PageGrids => 15,
        CutRow | SignatureGap | StackedLanes | TableTwice | TallFooters | TallLabels => 6,
        GroupSpelling | OtherTable | OutputFirst | Stages => 4,
        EmptySection | FormWords | NumberHeadless | RepeatedFront | Titled => 2,
        fault if (fault as usize) < PageGrids as usize => 1,
        _ => 3,
    }
}

/// One fault of the kinds that leave pages and cells as they are, or none; they take turns, so that each meets each layout.
pub fn one_fault(seed: u64, form: &Form, random: &mut Random) -> Option<Fault> {
    let simple = |fault: &Fault| (*fault as usize) < Fault::PageGrids as usize && fault.fits(form);
    let fitting: Vec<Fault> = Fault::ALL.iter().copied().filter(simple).collect();
    let rare: Vec<Fault> = fitting.iter().copied().filter(|fault| Fault::RARE.contains(fault)).collect();
    let turn = seed as usize / Layout::ALL.len() + seed as usize % Layout::ALL.len() * 5;
    let among = if !rare.is_empty() && random.chance(40) { &rare } else { &fitting };
    random.chance(80).then(|| among[turn % among.len()])
}

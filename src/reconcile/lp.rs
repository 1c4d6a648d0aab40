//! Linear programs over a part of a system: the one file that knows the solver.
//!
//! The solver counts in binary floats. So each variable is told as its distance from a stated figure, in steps about as
//! large as what rounding leaves open: a factor then is 1 or a growth, and a bound is the exact decimal distance from
//! the figure, rounded once. No constant stands for infinity.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions};

use super::system::Row;
use crate::model::Decimal;

/// Distances below this part of a step are the solver's noise.
pub(super) const NOISE: f64 = 1e-5;

/// The largest factor of an identity in a contradiction. Identities that follow from each other cancel at any factor,
/// but for a float's last digit; real contradictions need factors of a few.
const FACTOR: f64 = 1e4;

/// A row over local variables, as distances in steps.
#[derive(Debug, Clone)]
pub(super) struct Scaled {
    pub terms: Vec<(usize, f64)>,
    pub lower: f64,
    pub upper: f64,
}

/// Where distances are measured from, and in what.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// A figure near each variable.
    pub origin: Vec<Decimal>,
    /// The step.
    pub step: f64,
}

/// The solver gave no answer that it could stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unsolved;

impl Scaled {
    fn is_equality(&self) -> bool {
        self.lower == self.upper
    }
}

impl Frame {
    /// A row whose variables are local already.
    pub fn scale(&self, row: &Row) -> Scaled {
        let at_origin = row.terms.iter().try_fold(Decimal::ZERO, |sum, (place, factor)| {
            sum.checked_add(self.origin.get(*place)?.checked_mul(*factor)?)
        });
        let roughly = || row.terms.iter().map(|(v, c)| self.origin[*v].to_f64() * c.to_f64()).sum::<f64>();
        let distance = |end: Decimal| {
            let exact = at_origin.and_then(|sum| end.checked_sub(sum)).map(Decimal::to_f64);
            exact.unwrap_or_else(|| end.to_f64() - roughly()) / self.step
        };
        Scaled {
            terms: row.terms.iter().map(|(place, factor)| (*place, factor.to_f64())).collect(),
            lower: row.bounds.lower.map_or(f64::NEG_INFINITY, distance),
            upper: row.bounds.upper.map_or(f64::INFINITY, distance),
        }
    }

    /// The amount at a distance.
    pub fn amount(&self, place: usize, distance: f64) -> f64 {
        self.origin[place].to_f64() + distance * self.step
    }
}

/// Why rows cannot all hold: those of a least contradiction.
#[derive(Debug, Clone, Default)]
pub(super) struct Contradiction {
    /// The places of soft rows.
    pub soft: Vec<usize>,
    /// The places of hard rows.
    pub hard: Vec<usize>,
}

/// A contradiction among rows, or none where they can all hold.
///
/// It looks for a sum of rows, each times a factor, that says 0 ≤ less than nothing (the lemma of Farkas): of those
/// whose factors sum to one the worst. A corner of that set uses as few rows as can be (Gleeson and Ryan 1990).
pub(super) fn contradiction(
    variables: usize,
    hard: &[Scaled],
    soft: &[(usize, &Scaled)],
) -> Result<Option<Contradiction>, Unsolved> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut sums: Vec<Vec<(microlp::Variable, f64)>> = vec![Vec::new(); variables];
    let mut weights = Vec::new();
    let mut columns = Vec::new();
    let all = hard.iter().enumerate().map(|(at, row)| (false, at, row));
    for (is_soft, at, row) in all.chain(soft.iter().map(|(at, row)| (true, *at, *row))) {
        if row.is_equality() && !is_soft {
            let column = problem.add_var(row.upper, (-FACTOR, FACTOR));
            row.terms.iter().for_each(|(v, c)| sums[*v].push((column, *c)));
            columns.push((is_soft, at, column));
            continue;
        }
        for (end, sign) in [(row.upper, 1.0), (row.lower, -1.0)] {
            if end.is_finite() {
                let column = problem.add_var(end * sign, (0.0, f64::INFINITY));
                row.terms.iter().for_each(|(v, c)| sums[*v].push((column, *c * sign)));
                weights.push((column, 1.0));
                columns.push((is_soft, at, column));
            }
        }
    }
    for sum in sums.iter().filter(|sum| !sum.is_empty()) {
        problem.add_constraint(sum.as_slice(), ComparisonOp::Eq, 0.0);
    }
    problem.add_constraint(weights.as_slice(), ComparisonOp::Eq, 1.0);
    let solution = match solve(&problem) {
        Ok(Some(solution)) => solution,
        Ok(None) => return Ok(None),
        Err(unsolved) => return Err(unsolved),
    };
    if solution.objective() > -NOISE {
        return Ok(None);
    }
    let mut found = Contradiction::default();
    for (is_soft, at, column) in columns {
        if solution.var_value(column).abs() > 1e-9 {
            let list = if is_soft { &mut found.soft } else { &mut found.hard };
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    found.soft.dedup();
    Ok(Some(found))
}

/// Corners as they come: what is looked for is which rows a corner uses.
fn options() -> SolveOptions {
    let mut options = SolveOptions::default();
    options.presolve = false;
    options
}

fn solve(problem: &Problem) -> Result<Option<microlp::Solution>, Unsolved> {
    match problem.solve_with(options()) {
        Ok(outcome) => outcome.into_solution().map(Some).map_err(|_| Unsolved),
        Err(Error::Infeasible) => Ok(None),
        Err(_) => Err(Unsolved),
    }
}

/// The least and the greatest value of a variable under rows that can all hold, as distances; infinite where open.
pub(super) fn range(variables: usize, rows: &[&Scaled], place: usize) -> Result<Option<(f64, f64)>, Unsolved> {
    let end = |direction: OptimizationDirection, open: f64| {
        let mut problem = Problem::new(direction);
        let columns = columns(&mut problem, variables, |v| if v == place { 1.0 } else { 0.0 });
        constrain(&mut problem, &columns, rows);
        match problem.solve_with(options()) {
            Ok(outcome) => outcome.into_solution().map(|s| Some(s.var_value(columns[place]))).map_err(|_| Unsolved),
            Err(Error::Infeasible) => Ok(None),
            Err(Error::Unbounded) => Ok(Some(open)),
            Err(_) => Err(Unsolved),
        }
    };
    let lower = end(OptimizationDirection::Minimize, f64::NEG_INFINITY)?;
    let upper = end(OptimizationDirection::Maximize, f64::INFINITY)?;
    Ok(lower.zip(upper))
}

fn columns(problem: &mut Problem, variables: usize, cost: impl Fn(usize) -> f64) -> Vec<microlp::Variable> {
    (0..variables).map(|v| problem.add_var(cost(v), (f64::NEG_INFINITY, f64::INFINITY))).collect()
}

fn constrain(problem: &mut Problem, columns: &[microlp::Variable], rows: &[&Scaled]) {
    for row in rows {
        let terms: Vec<_> = row.terms.iter().map(|(v, c)| (columns[*v], *c)).collect();
        if row.is_equality() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, row.upper);
            continue;
        }
        if row.upper.is_finite() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Le, row.upper);
        }
        if row.lower.is_finite() {
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, row.lower);
        }
    }
}

/// A wish that a variable be near a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pull {
    pub place: usize,
    /// Where to, as a distance.
    pub to: f64,
    /// How far off is half a step of the last digit written.
    pub half: f64,
    pub weight: f64,
}

/// The slopes of the cost of a pull by quarters of the half step, then beyond it: a square in straight pieces, so that
/// what rounding hides is spread over the figures of an identity in place of heaped on one.
const SLOPES: [f64; 5] = [0.25, 0.75, 1.25, 1.75, 2.0];

/// The point of least pull that keeps the rows, as distances; `None` where they cannot all hold.
pub(super) fn nearest(variables: usize, rows: &[&Scaled], pulls: &[Pull]) -> Result<Option<Vec<f64>>, Unsolved> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let columns = columns(&mut problem, variables, |_| 0.0);
    constrain(&mut problem, &columns, rows);
    for pull in pulls {
        let half = pull.half.max(1e-3);
        let mut terms = vec![(columns[pull.place], 1.0)];
        for sign in [1.0, -1.0] {
            for (at, slope) in SLOPES.iter().enumerate() {
                let room = if at + 1 < SLOPES.len() { half / 4.0 } else { f64::INFINITY };
                let piece = problem.add_var(slope * pull.weight / half, (0.0, room));
                terms.push((piece, -sign));
            }
        }
        problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, pull.to);
    }
    let solution = solve(&problem)?;
    Ok(solution.map(|solution| columns.iter().map(|column| solution.var_value(*column)).collect()))
}

//! How time grows with size, as a picture: both axes by powers of ten, and beside each line what n log n would be from its
//! first point on. The chart module of the crate does not fit: it draws series over years.

use std::fmt::Write as _;

/// The time that one thing takes at several sizes.
pub struct Line {
    pub name: &'static str,
    /// Sizes with seconds, the smallest first.
    pub points: Vec<(usize, f64)>,
}

/// Of Okabe and Ito, as in the crate's charts.
const COLOURS: [&str; 4] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"];
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 64.0;
const BOTTOM: f64 = 44.0;
const MARGIN: f64 = 16.0;

/// Lines in SVG.
pub fn svg(title: &str, lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|line| &line.points);
    let ends = |of: fn(&(usize, f64)) -> f64| {
        let (least, most) = points().map(of).fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(x), b.max(x)));
        (least.log10().floor(), most.log10().ceil())
    };
    let ((left, right), (low, high)) = (ends(|p| p.0 as f64), ends(|p| p.1));
    let x = |size: f64| LEFT + (size.log10() - left) / (right - left) * (WIDTH - LEFT - MARGIN);
    let y = |time: f64| HEIGHT - BOTTOM - (time.log10() - low) / (high - low) * (HEIGHT - BOTTOM - 2.0 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"{LEFT}\" y=\"18\">{title}</text>\n"
    );
    for power in left as i32..=right as i32 {
        let at = x(10f64.powi(power));
        grid(&mut out, (at, y(10f64.powf(low))), (at, y(10f64.powf(high))));
        text(&mut out, (at, HEIGHT - BOTTOM + 16.0), "middle", &format!("10<tspan dy=\"-4\">{power}</tspan>"));
    }
    for power in low as i32..=high as i32 {
        let at = y(10f64.powi(power));
        grid(&mut out, (x(10f64.powf(left)), at), (x(10f64.powf(right)), at));
        text(&mut out, (LEFT - 6.0, at + 4.0), "end", &format!("{} s", 10f64.powi(power)));
    }
    text(
        &mut out,
        ((LEFT + WIDTH) / 2.0, HEIGHT - 8.0),
        "middle",
        "observations; dashed: n log n from the first point",
    );
    for (nth, (line, colour)) in lines.iter().zip(COLOURS.iter().cycle()).enumerate() {
        let Some((first, time)) = line.points.first().copied() else { continue };
        let cost = |size: usize| size as f64 * (size as f64).ln();
        let as_n_log_n = line.points.iter().map(|(size, _)| (*size, time * cost(*size) / cost(first))).collect();
        for (points, dash) in [(&line.points, "none"), (&as_n_log_n, "4 4")] {
            let path: Vec<String> =
                points.iter().map(|(size, time)| format!("{:.1},{:.1}", x(*size as f64), y(*time))).collect();
            let _ = writeln!(
                out,
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\" stroke-dasharray=\"{dash}\"/>",
                path.join(" ")
            );
        }
        for (size, time) in &line.points {
            let _ = writeln!(
                out,
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3\" fill=\"{colour}\"/>",
                x(*size as f64),
                y(*time)
            );
        }
        let at = 2.0 * MARGIN + 12.0 + 16.0 * nth as f64;
        let _ = writeln!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"10\" height=\"10\" fill=\"{colour}\"/>",
            LEFT + 10.0,
            at - 9.0
        );
        text(&mut out, (LEFT + 26.0, at), "start", line.name);
    }
    out + "</svg>\n"
}

fn grid(out: &mut String, from: (f64, f64), to: (f64, f64)) {
    let ((a, b), (c, d)) = (from, to);
    let _ = writeln!(out, "<line x1=\"{a:.1}\" y1=\"{b:.1}\" x2=\"{c:.1}\" y2=\"{d:.1}\" stroke=\"#ddd\"/>");
}

fn text(out: &mut String, (x, y): (f64, f64), anchor: &str, words: &str) {
    let _ = writeln!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{words}</text>");
}

/// The seconds that the processor has worked for this program, on all its cores; where the system does not tell, those of the
/// clock. What else runs on the machine is not in it.
pub fn processor() -> f64 {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    let told = || {
        let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
        // Behind the name in brackets: user and system time are the twelfth and thirteenth, in hundredths of a second.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        let mut ticks = || fields.next()?.parse::<f64>().ok();
        Some((ticks()? + ticks()?) / 100.0)
    };
    told().unwrap_or_else(|| START.get_or_init(std::time::Instant::now).elapsed().as_secs_f64())
}

/// The seconds of the processor for one run of some work, over as many runs as take a second.
pub fn seconds<T>(mut work: impl FnMut() -> T) -> f64 {
    let start = processor();
    let mut runs = 0;
    loop {
        std::hint::black_box(work());
        runs += 1;
        let taken = processor() - start;
        if taken >= 1.0 {
            return taken / f64::from(runs);
        }
    }
}

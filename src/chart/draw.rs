//! Panels on a drawing area, pixel by pixel.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, Color as _, DrawingArea, DrawingAreaErrorKind, DrawingBackend, IntoFont as _, PathElement, Polygon,
    RGBColor, Rectangle, ShapeStyle, Text, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, register_font};

use super::Look;
use super::panel::{Mark, Panel, Shape};
use super::scale::{Scale, label, steps};
use crate::model::Bound;

type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Okabe and Ito's colours, the yellow left out: it is too light on white.
const COLOURS: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(86, 180, 233),
    RGBColor(230, 159, 0),
    RGBColor(70, 70, 70),
];
const INK: RGBColor = RGBColor(34, 34, 34);
const FAINT: RGBColor = RGBColor(90, 90, 90);
const GRID: RGBColor = RGBColor(226, 226, 226);
const WHITE: RGBColor = RGBColor(255, 255, 255);

/// The family that SVG asks for, and that the crate's letters go by.
const FAMILY: &str = "sans-serif";

/// Half the size of a mark.
const MARK: f64 = 4.0;
/// The length of an arrow.
const ARROW: f64 = 16.0;

/// Everything, `fine` pixels for one.
pub(super) fn all<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    panels: &[Panel],
    look: &Look,
    fine: u32,
) -> Drawn<B> {
    // Fails only for a font that is none, and this one is.
    let _ = register_font(FAMILY, FontStyle::Normal, epaint_default_fonts::UBUNTU_LIGHT);
    area.fill(&WHITE)?;
    let columns = (look.columns.max(1) as usize).min(panels.len().max(1));
    for (at, panel) in panels.iter().enumerate() {
        let left = (at % columns) as f64 * f64::from(look.width);
        let top = (at / columns) as f64 * f64::from(look.height);
        let pen = Pen { area, fine: f64::from(fine), left, top };
        pen.panel(panel, f64::from(look.width), f64::from(look.height))?;
    }
    Ok(())
}

/// Draws in the pixels of one panel.
struct Pen<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
    fine: f64,
    left: f64,
    top: f64,
}

impl<B: DrawingBackend> Pen<'_, B> {
    fn point(&self, (x, y): (f64, f64)) -> (i32, i32) {
        (((self.left + x) * self.fine).round() as i32, ((self.top + y) * self.fine).round() as i32)
    }

    fn stroke(&self, colour: RGBColor, width: f64) -> ShapeStyle {
        colour.stroke_width((width * self.fine).round().max(1.0) as u32)
    }

    fn line(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor, width: f64) -> Drawn<B> {
        self.area.draw(&PathElement::new([self.point(from), self.point(to)], self.stroke(colour, width)))
    }

    fn dashed(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor) -> Drawn<B> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        let dashes = ((length / 8.0).ceil() as usize).clamp(1, 400);
        for dash in 0..dashes {
            let at = |along: f64| {
                let part = (along / dashes as f64).min(1.0);
                (from.0 + dx * part, from.1 + dy * part)
            };
            self.line(at(dash as f64), at(dash as f64 + 0.6), colour, 1.5)?;
        }
        Ok(())
    }

    fn text(&self, text: &str, at: (f64, f64), size: f64, colour: RGBColor, pos: Pos) -> Drawn<B> {
        // Pixels are centred with the room below the line, vectors without.
        let centred = matches!(pos.v_pos, VPos::Center) && self.fine > 1.0;
        let at = if centred { (at.0, at.1 + size * 0.14) } else { at };
        self.area.draw(&Text::new(text.to_owned(), self.point(at), self.style(size, colour, pos)))
    }

    fn style(&self, size: f64, colour: RGBColor, pos: Pos) -> TextStyle<'static> {
        // plotters writes letters into SVG at 1 / 1.24 of their size.
        let size = if self.fine > 1.0 { size * self.fine } else { size * 1.2 };
        let mut style = TextStyle::from((FAMILY, size).into_font()).pos(pos);
        style.color = colour.to_backend_color();
        style
    }

    /// How wide a text is.
    fn width(&self, text: &str, size: f64) -> f64 {
        let style = self.style(size, INK, Pos::new(HPos::Left, VPos::Top));
        let measured = self.area.estimate_text_size(text, &style);
        measured.map_or(text.chars().count() as f64 * size * 0.55, |(width, _)| f64::from(width) / self.fine)
    }

    /// The text, cut to a width.
    fn cut(&self, text: &str, size: f64, room: f64) -> String {
        let mut text = text.to_owned();
        if self.width(&text, size) <= room {
            return text;
        }
        while !text.is_empty() && self.width(&format!("{text}\u{2026}"), size) > room {
            text.pop();
        }
        format!("{}\u{2026}", text.trim_end())
    }

    fn panel(&self, panel: &Panel, width: f64, height: f64) -> Drawn<B> {
        let left = Pos::new(HPos::Left, VPos::Top);
        let lines = if panel.title.is_empty() { Vec::new() } else { self.lines(&panel.title, 15.0, width - 28.0) };
        for (at, line) in lines.iter().enumerate() {
            self.text(line, (14.0, 12.0 + 19.0 * at as f64), 15.0, INK, left)?;
        }
        let below = 12.0 + 19.0 * lines.len() as f64;
        self.text(&panel.unit, (14.0, below + 1.0), 12.0, FAINT, left)?;
        let legend = self.legend(panel, width);
        let rows = legend.iter().map(|entry| entry.row).max().map_or(0, |row| row + 1);
        let foot = height - 12.0 - 17.0 * rows as f64;
        let (top, bottom) = (below + 28.0, foot - 26.0);
        let ends = |mark: &Mark| [Some(mark.value), mark.ends.0, mark.ends.1];
        let values = || panel.marks.iter().flat_map(ends).flatten();
        let (least, most) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        let wanted = ((bottom - top) / 44.0).clamp(2.0, 8.0) as usize;
        let (ticks, range) = steps(least, most, wanted);
        let step = ticks.get(1).zip(ticks.first()).map_or(1.0, |(b, a)| b - a);
        let labels: Vec<String> = ticks.iter().map(|tick| label(*tick, step)).collect();
        let gutter = labels.iter().map(|text| self.width(text, 12.0)).fold(0.0, f64::max) + 26.0;
        let y = Scale::new(range, (bottom, top));
        let right = width - 20.0;
        for (tick, text) in ticks.iter().zip(&labels) {
            let at = y.at(*tick);
            let colour = if *tick == 0.0 { FAINT } else { GRID };
            self.line((gutter, at), (right, at), colour, 1.0)?;
            self.text(text, (gutter - 7.0, at), 12.0, FAINT, Pos::new(HPos::Right, VPos::Center))?;
        }
        let x = self.years(panel, (gutter, right), bottom)?;
        self.lines_through(panel, &x, &y)?;
        for mark in &panel.marks {
            self.mark(mark, &x, &y, (top - 12.0, bottom))?;
        }
        self.last(panel, &x, &y, right)?;
        for entry in &legend {
            let at = (entry.x, foot + 8.0 + 17.0 * entry.row as f64);
            self.sign(at, entry.sign)?;
            self.text(&entry.text, (at.0 + 12.0, at.1), 12.0, INK, Pos::new(HPos::Left, VPos::Center))?;
        }
        Ok(())
    }

    /// The axis of time with as many years as find room; where figures are within few years, their periods.
    fn years(
        &self,
        panel: &Panel,
        (from, to): (f64, f64),
        bottom: f64,
    ) -> Result<Scale, DrawingAreaErrorKind<B::ErrorType>> {
        let first = panel.marks.first().map_or(2000.0, |mark| mark.year);
        let last = panel.marks.last().map_or(2001.0, |mark| mark.year);
        let (first, last) = (first.floor(), last.ceil().max(first.floor() + 1.0));
        let x = Scale::new((first, last), (from + 8.0, to - 8.0));
        self.line((from, bottom), (to, bottom), FAINT, 1.0)?;
        let years = (last - first) as usize;
        let room = (to - from) / years.max(1) as f64;
        let every = [1, 2, 5, 10, 20, 50, 100].into_iter().find(|n| room * *n as f64 >= 44.0).unwrap_or(200);
        for year in (0..years).map(|n| first + n as f64).filter(|year| (*year as i64) % every == 0) {
            let (begin, middle) = (x.at(year), x.at(year + 0.5));
            if year > first {
                self.line((begin, bottom), (begin, bottom + 4.0), FAINT, 1.0)?;
            }
            let at = if every == 1 { middle } else { begin };
            self.text(&format!("{year:.0}"), (at, bottom + 8.0), 12.0, FAINT, Pos::new(HPos::Center, VPos::Top))?;
        }
        Ok(x)
    }

    /// A thin line through what happened, a dashed one from there through what is aimed at.
    fn lines_through(&self, panel: &Panel, x: &Scale, y: &Scale) -> Drawn<B> {
        let at = |mark: &Mark| (x.at(mark.year), y.at(mark.value));
        let told: Vec<&Mark> = panel.marks.iter().filter(|m| m.shown && m.shape != Shape::Aim).collect();
        for pair in told.windows(2) {
            self.line(at(pair[0]), at(pair[1]), RGBColor(170, 170, 170), 1.5)?;
        }
        let mut before = None;
        for aim in panel.marks.iter().filter(|m| m.shown && m.shape == Shape::Aim) {
            let from = before.or_else(|| told.iter().rev().find(|mark| mark.year < aim.year).copied());
            if let Some(from) = from {
                self.dashed(at(from), at(aim), RGBColor(120, 120, 120))?;
            }
            before = Some(aim);
        }
        Ok(())
    }

    fn mark(&self, mark: &Mark, x: &Scale, y: &Scale, (top, bottom): (f64, f64)) -> Drawn<B> {
        let colour = if mark.shape == Shape::Reconciled { INK } else { COLOURS[mark.source % COLOURS.len()] };
        let at = (x.at(mark.year), y.at(mark.value));
        if let (Some(lower), Some(upper)) = mark.ends {
            let (low, high) = (y.at(lower), y.at(upper));
            if low - high > 2.0 * MARK {
                self.line((at.0, low), (at.0, high), colour, 2.0)?;
                for end in [low, high] {
                    self.line((at.0 - MARK, end), (at.0 + MARK, end), colour, 2.0)?;
                }
            }
        }
        // An open end is an arrow, whichever way it is open.
        match (mark.ends, mark.bound) {
            ((Some(_), None), _) => self.arrow(at, (at.1 - ARROW).max(top), colour)?,
            ((None, Some(_)), _) | (_, Bound::AtMost) => self.arrow(at, (at.1 + ARROW).min(bottom), colour)?,
            _ => {}
        }
        self.sign(at, Sign { source: mark.source, shape: mark.shape })
    }

    fn arrow(&self, from: (f64, f64), to: f64, colour: RGBColor) -> Drawn<B> {
        let back = if to < from.1 { 5.0 } else { -5.0 };
        self.line(from, (from.0, to), colour, 2.0)?;
        self.line((from.0, to), (from.0 - 4.0, to + back), colour, 2.0)?;
        self.line((from.0, to), (from.0 + 4.0, to + back), colour, 2.0)
    }

    /// A mark by itself: filled, hollow or a diamond, round, square or three-cornered by its publisher.
    fn sign(&self, at: (f64, f64), sign: Sign) -> Drawn<B> {
        let colour = if sign.shape == Shape::Reconciled { INK } else { COLOURS[sign.source % COLOURS.len()] };
        let place = |(dx, dy): (f64, f64)| self.point((at.0 + dx, at.1 + dy));
        let size = MARK + 0.5;
        let corners: &[(f64, f64)] = match (sign.shape, sign.source % 3) {
            (Shape::Aim, _) => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
            (Shape::Reconciled, _) => &[(0.0, 1.2), (1.15, -0.9), (-1.15, -0.9)],
            (_, 0) => &[],
            (_, 1) => &[(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)],
            _ => &[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
        };
        let inside = if sign.shape == Shape::Stated { colour } else { WHITE };
        if corners.is_empty() {
            let (middle, round) = (self.point(at), (size * self.fine).round() as i32);
            self.area.draw(&Circle::new(middle, round, inside.filled()))?;
            return self.area.draw(&Circle::new(middle, round, self.stroke(colour, 1.7)));
        }
        let points: Vec<(i32, i32)> = corners.iter().map(|(dx, dy)| place((dx * size, dy * size))).collect();
        self.area.draw(&Polygon::new(points.clone(), inside.filled()))?;
        let around = points.iter().chain(points.first()).copied().collect::<Vec<_>>();
        self.area.draw(&PathElement::new(around, self.stroke(colour, 1.7)))
    }

    /// The last figure that happened, written beside its mark.
    fn last(&self, panel: &Panel, x: &Scale, y: &Scale, right: f64) -> Drawn<B> {
        let Some(mark) = panel.marks.iter().rev().find(|mark| mark.shown && mark.shape == Shape::Stated) else {
            return Ok(());
        };
        let text = label(mark.value, 0.001);
        let (cx, cy) = (x.at(mark.year), y.at(mark.value));
        let wide = self.width(&text, 12.0);
        // On the side that no line comes from or goes to.
        let rises = panel.marks.iter().any(|m| m.shown && m.year < mark.year && m.value <= mark.value);
        let (at, pos) = if !rises && cx + 10.0 + wide < right + 16.0 {
            ((cx + 9.0, cy - 8.0), HPos::Left)
        } else {
            ((cx - 9.0, cy - 8.0), HPos::Right)
        };
        let box_left = if matches!(pos, HPos::Left) { at.0 - 1.0 } else { at.0 - wide - 1.0 };
        let cover = [self.point((box_left, at.1 - 7.0)), self.point((box_left + wide + 2.0, at.1 + 6.0))];
        self.area.draw(&Rectangle::new(cover, WHITE.filled()))?;
        self.text(&text, at, 12.0, INK, Pos::new(pos, VPos::Center))
    }

    /// The entries below a picture: each publisher, then what hollow marks and diamonds are.
    fn legend(&self, panel: &Panel, width: f64) -> Vec<Entry> {
        let has = |shape: Shape| panel.marks.iter().find(|mark| mark.shape == shape).map(|mark| mark.source);
        let told = |source: usize| panel.marks.iter().any(|m| m.source == source && m.shape == Shape::Stated);
        let mut entries: Vec<(String, Sign)> = Vec::new();
        for (source, name) in panel.sources.iter().enumerate().filter(|(source, _)| told(*source)) {
            entries.push((name.clone(), Sign { source, shape: Shape::Stated }));
        }
        if let Some(source) = has(Shape::Implied) {
            entries.push(("hollow: implied, not stated".into(), Sign { source, shape: Shape::Implied }));
        }
        if let Some(source) = has(Shape::Reconciled) {
            let sign = Sign { source, shape: Shape::Reconciled };
            entries.push(("hollow triangle: reconciled".into(), sign));
        }
        if let Some(source) = has(Shape::Aim) {
            entries.push(("diamond, dashed: aimed at or expected".into(), Sign { source, shape: Shape::Aim }));
        }
        const MOST: usize = 8;
        let more = entries.len().saturating_sub(MOST);
        entries.truncate(MOST);
        let (mut x, mut row) = (20.0, 0);
        let mut placed = Vec::new();
        for (text, sign) in entries {
            let text = self.cut(&text, 12.0, (width - 60.0).min(260.0));
            let wide = self.width(&text, 12.0) + 34.0;
            if x > 20.0 && x + wide > width {
                (x, row) = (20.0, row + 1);
            }
            placed.push(Entry { x, row, text, sign });
            x += wide;
        }
        if let Some(last) = placed.last_mut().filter(|_| more > 0) {
            last.text = format!("{}, and {more} more", last.text);
        }
        placed
    }

    /// A title on up to two lines.
    fn lines(&self, text: &str, size: f64, room: f64) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let Some(line) = lines.last_mut() else { break };
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || self.width(&longer, size) <= room {
                *line = longer;
            } else {
                lines.push(word.to_owned());
            }
        }
        if lines.len() > 2 {
            let rest = lines.split_off(1).join(" ");
            lines.push(rest);
        }
        lines.iter().map(|line| self.cut(line, size, room)).collect()
    }
}

/// Which mark a legend shows.
#[derive(Debug, Clone, Copy)]
struct Sign {
    source: usize,
    shape: Shape,
}

/// A line of a legend, with its place.
struct Entry {
    x: f64,
    row: usize,
    text: String,
    sign: Sign,
}

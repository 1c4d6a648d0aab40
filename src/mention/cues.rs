//! Everything that a trigger phrase can say, a few of them without memory of their own.

use std::ops::Deref;

use crate::lexicon::Cue;

/// How many most phrases have at the most.
const FEW: usize = 6;

/// What a trigger phrase can say; a slice of [`Cue`].
#[derive(Debug, Clone, PartialEq)]
pub enum Cues {
    /// So many of these.
    Few(u8, [Cue; FEW]),
    /// More than a few.
    Many(Vec<Cue>),
}

impl Default for Cues {
    fn default() -> Self {
        Cues::Few(0, [Cue::Blocked; FEW])
    }
}

impl Cues {
    /// Adds one.
    pub fn push(&mut self, cue: Cue) {
        match self {
            Cues::Few(count, cues) => match cues.get_mut(usize::from(*count)) {
                Some(place) => (*place, *count) = (cue, *count + 1),
                None => *self = Cues::Many(cues.iter().copied().chain([cue]).collect()),
            },
            Cues::Many(cues) => cues.push(cue),
        }
    }
}

impl Deref for Cues {
    type Target = [Cue];

    fn deref(&self) -> &[Cue] {
        match self {
            Cues::Few(count, cues) => &cues[..usize::from(*count)],
            Cues::Many(cues) => cues,
        }
    }
}

impl<'c> IntoIterator for &'c Cues {
    type Item = &'c Cue;
    type IntoIter = std::slice::Iter<'c, Cue>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_them_is_held() {
        let mut cues = Cues::default();
        for count in 0..20 {
            assert_eq!(cues.len(), count);
            cues.push(if count % 2 == 0 { Cue::Share } else { Cue::Unreal });
        }
        assert!(cues.iter().enumerate().all(|(at, cue)| *cue == if at % 2 == 0 { Cue::Share } else { Cue::Unreal }));
    }
}

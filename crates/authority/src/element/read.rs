//! Reading, one kind of slot per way an element can occur: it takes what comes and is finished at the end.

use super::{Content, Reading};
use crate::message::DocumentError;

/// Exactly once.
pub fn one<T>() -> One<T> {
    One(None)
}

/// At most once; an empty element counts as absent unless its table lets it be empty.
pub fn maybe<T>() -> Maybe<T> {
    Maybe { seen: false, value: None }
}

/// Any number of times, also none.
pub fn any<T>() -> List<T> {
    List { least: 0, values: Vec::new() }
}

/// Once or more.
pub fn many<T>() -> List<T> {
    List { least: 1, values: Vec::new() }
}

/// One wrapper holding one or more items.
pub fn inside<T>() -> Inside<T> {
    Inside { least: 1, values: None }
}

/// A wrapper that is left out when there are no items.
pub fn inside_maybe<T>() -> Inside<T> {
    Inside { least: 0, values: None }
}

/// A wrapper repeated around every single item.
pub fn each<T>() -> Each<T> {
    Each(Vec::new())
}

pub struct One<T>(Option<T>);

impl<T: Content> One<T> {
    pub fn take(&mut self, reading: &mut Reading<'_>, name: &'static str) -> Result<(), DocumentError> {
        if self.0.is_some() {
            return reading.repeated(name);
        }
        self.0 = Some(reading.inside(name, T::read)?);
        Ok(())
    }

    pub fn finish(self, reading: &Reading<'_>, name: &str) -> Result<T, DocumentError> {
        self.0.ok_or_else(|| reading.missing(name))
    }
}

pub struct Maybe<T> {
    seen: bool,
    value: Option<T>,
}

impl<T: Content> Maybe<T> {
    pub fn take(&mut self, reading: &mut Reading<'_>, name: &'static str) -> Result<(), DocumentError> {
        if self.seen {
            return reading.repeated(name);
        }
        self.seen = true;
        if reading.is_blank()? {
            if T::IS_VALUE {
                return reading.skip();
            }
            self.value = reading.blank(name, T::read)?;
            return Ok(());
        }
        self.value = Some(reading.inside(name, T::read)?);
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "every slot is finished the same way")]
    pub fn finish(self, _: &Reading<'_>, _: &str) -> Result<Option<T>, DocumentError> {
        Ok(self.value)
    }
}

pub struct List<T> {
    least: usize,
    values: Vec<T>,
}

impl<T: Content> List<T> {
    pub fn take(&mut self, reading: &mut Reading<'_>, name: &'static str) -> Result<(), DocumentError> {
        reading.charge(size_of::<T>())?;
        self.values.push(reading.inside(name, T::read)?);
        Ok(())
    }

    pub fn finish(self, reading: &Reading<'_>, name: &str) -> Result<Vec<T>, DocumentError> {
        if self.values.len() < self.least { Err(reading.missing(name)) } else { Ok(self.values) }
    }
}

pub struct Inside<T> {
    least: usize,
    values: Option<Vec<T>>,
}

impl<T: Content> Inside<T> {
    pub fn take(
        &mut self,
        reading: &mut Reading<'_>,
        name: &'static str,
        item: &'static str,
    ) -> Result<(), DocumentError> {
        if self.values.is_some() {
            return reading.repeated(name);
        }
        let least = self.least;
        self.values = Some(reading.inside(name, |reading| {
            let mut items = List { least, values: Vec::new() };
            let mut near = 0;
            while reading.child(&[item], &mut near)?.is_some() {
                items.take(reading, item)?;
            }
            items.finish(reading, item)
        })?);
        Ok(())
    }

    pub fn finish(self, reading: &Reading<'_>, name: &str) -> Result<Vec<T>, DocumentError> {
        match self.values {
            Some(values) => Ok(values),
            None if self.least == 0 => Ok(Vec::new()),
            None => Err(reading.missing(name)),
        }
    }
}

pub struct Each<T>(Vec<T>);

impl<T: Content> Each<T> {
    pub fn take(
        &mut self,
        reading: &mut Reading<'_>,
        name: &'static str,
        item: &'static str,
    ) -> Result<(), DocumentError> {
        reading.charge(size_of::<T>())?;
        let value = reading.inside(name, |reading| {
            let mut only = One(None);
            let mut near = 0;
            while reading.child(&[item], &mut near)?.is_some() {
                only.take(reading, item)?;
            }
            only.finish(reading, item)
        })?;
        self.0.push(value);
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "every slot is finished the same way")]
    pub fn finish(self, _: &Reading<'_>, _: &str) -> Result<Vec<T>, DocumentError> {
        Ok(self.0)
    }
}

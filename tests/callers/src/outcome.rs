//! What came of a call.

use engross_runtime::{Error, Response};
use serde_json::{Value, json};

/// What came of a call.
#[derive(Debug)]
pub struct Outcome {
    status: Option<u16>,
    value: Option<Value>,
    error: Option<String>,
}

impl Outcome {
    /// Nothing was sent.
    pub(crate) fn not_sent(error: String) -> Self {
        Self {
            status: None,
            value: None,
            error: Some(error),
        }
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({ "status": self.status, "value": self.value, "error": self.error })
    }
}

/// Ends a call with what its `send` returned; `show` makes JSON of what was read.
pub fn finish<T>(sent: Result<Response<T>, Error>, show: fn(&T) -> Value) -> Outcome {
    match sent {
        Ok(response) => Outcome {
            status: Some(response.status().as_u16()),
            value: Some(show(&response)),
            error: None,
        },
        Err(error) => Outcome {
            status: error.status().map(|status| status.as_u16()),
            value: None,
            error: Some(error.to_string()),
        },
    }
}

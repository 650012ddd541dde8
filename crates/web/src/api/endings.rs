//! How a request can end other than wished, for the document: one type per kind of ending. What is sent is
//! drawn by [`crate::problem`].

use utoipa::IntoResponses;

use super::document::ProblemDocument;

macro_rules! endings {
    ($($name:ident { $($variant:ident, $status:literal, $said:literal;)+ })+) => {$(
        #[derive(IntoResponses)]
        #[expect(dead_code, reason = "names the answers in the document; never built")]
        pub(super) enum $name {
            $(#[response(status = $status, description = $said, content_type = "application/problem+json")]
            $variant(ProblemDocument),)+
        }
    )+};
}

endings! {
    NotReadable {
        Unreadable, 400, "No JSON, or the request lacks what the operation needs (`unreadable`)";
        Invalid, 422, "Fields could not be read (`invalid`); `errors` names each and says what would be right";
    }
    NotSignedIn {
        NotSignedIn, 401, "No session, or it has ended (`not-signed-in`)";
    }
    NotAllowed {
        Forbidden, 403, "Not this user's to do (`forbidden`), or the token was not the session's (`form-token`)";
    }
    NotThere {
        Missing, 404, "Not there, or another account's (`missing`)";
    }
    SaidNo {
        Conflict, 409, "A rule says no: `code` names it, `detail` says what to do. `stale`: the order moved since the version in If-Match, read it again";
    }
    Moved {
        VersionNeeded, 428, "If-Match is missing (`version-needed`)";
    }
    Troubles {
        TooMany, 429, "Too many requests (`too-many-requests`); come back after Retry-After seconds";
        Fault, 500, "We are broken (`fault`); tell the provider the `reference`. Answers saved before are safe";
        Busy, 503, "Busy or shutting down (`busy`); come back after Retry-After seconds";
    }
}

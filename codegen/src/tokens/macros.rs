//! `quote!`: Rust with holes in, the code that makes its tokens out.
//!
//! Written and read like the macro of that name which everybody knows: `#name` stands for the tokens
//! of a variable, `#(..)*`, `#(..),*` or with another separator for those of each value of an iterator
//! or a list. Comments in it are documentation of what is made.

/// Makes a `TokenStream`.
macro_rules! quote {
    () => { $crate::tokens::TokenStream::new() };
    ($($tokens:tt)*) => {{
        let mut tokens = $crate::tokens::TokenStream::with_room();
        $crate::tokens::quote_tokens!(tokens $($tokens)*);
        tokens
    }};
}

/// Adds tokens, one after the other.
macro_rules! quote_tokens {
    ($to:ident) => {};
    ($to:ident #[doc = $line:literal] $($rest:tt)*) => {
        $to.doc($line);
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident #($($inner:tt)*)* $($rest:tt)*) => {
        $crate::tokens::quote_each!($to [] {$($inner)*} [] $($inner)*);
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident #($($inner:tt)*) $separator:tt * $($rest:tt)*) => {
        $crate::tokens::quote_each!($to [$separator] {$($inner)*} [] $($inner)*);
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident # $name:ident $($rest:tt)*) => {
        $crate::tokens::ToTokens::to_tokens(&$name, &mut $to);
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident ($($inner:tt)*) $($rest:tt)*) => {
        $to.open("(");
        $crate::tokens::quote_tokens!($to $($inner)*);
        $to.close(")");
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident [$($inner:tt)*] $($rest:tt)*) => {
        $to.open("[");
        $crate::tokens::quote_tokens!($to $($inner)*);
        $to.close("]");
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident {$($inner:tt)*} $($rest:tt)*) => {
        $to.open("{");
        $crate::tokens::quote_tokens!($to $($inner)*);
        $to.close("}");
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident $word:ident $($rest:tt)*) => {
        $to.word(stringify!($word));
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident _ $($rest:tt)*) => {
        $to.word("_");
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    // Else it would be part of the number behind it.
    ($to:ident - $($rest:tt)*) => {
        $to.punct("-");
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident $literal:literal $($rest:tt)*) => {
        $to.literal(stringify!($literal));
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident $lifetime:lifetime $($rest:tt)*) => {
        $to.lifetime(stringify!($lifetime));
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
    ($to:ident $punct:tt $($rest:tt)*) => {
        $to.punct(stringify!($punct));
        $crate::tokens::quote_tokens!($to $($rest)*);
    };
}

/// Adds a repetition: collects its names, from groups in it as well, and repeats it.
macro_rules! quote_each {
    ($to:ident $separator:tt $body:tt [$($name:ident)*] # $next:ident $($rest:tt)*) => {
        $crate::tokens::quote_each!($to $separator $body [$($name)* $next] $($rest)*);
    };
    ($to:ident $separator:tt $body:tt $names:tt ($($inner:tt)*) $($rest:tt)*) => {
        $crate::tokens::quote_each!($to $separator $body $names $($inner)* $($rest)*);
    };
    ($to:ident $separator:tt $body:tt $names:tt [$($inner:tt)*] $($rest:tt)*) => {
        $crate::tokens::quote_each!($to $separator $body $names $($inner)* $($rest)*);
    };
    ($to:ident $separator:tt $body:tt $names:tt {$($inner:tt)*} $($rest:tt)*) => {
        $crate::tokens::quote_each!($to $separator $body $names $($inner)* $($rest)*);
    };
    ($to:ident $separator:tt $body:tt $names:tt $other:tt $($rest:tt)*) => {
        $crate::tokens::quote_each!($to $separator $body $names $($rest)*);
    };
    ($to:ident $separator:tt {$($body:tt)*} [$($name:ident)*]) => {{
        #[allow(unused_imports, reason = "which of them is needed depends on the types")]
        use $crate::tokens::{RepeatIterator as _, RepeatList as _, RepeatSame as _};
        let ends = $crate::tokens::No;
        $(
            #[allow(unused_mut, reason = "a name may stand there twice")]
            let (mut $name, has_end) = $name.repeat_tokens();
            let ends = ends | has_end;
        )*
        let _: $crate::tokens::Yes = ends;
        let mut is_first = true;
        loop {
            $(
                let Some($name) = $name.next() else { break };
                let $name = $crate::tokens::Each($name);
            )*
            if !is_first {
                $crate::tokens::quote_separator!($to $separator);
            }
            is_first = false;
            $crate::tokens::quote_tokens!($to $($body)*);
        }
    }};
}

/// Adds what stands between two values.
macro_rules! quote_separator {
    ($to:ident []) => {};
    ($to:ident [$punct:tt]) => {
        $to.punct(stringify!($punct))
    };
}

pub(crate) use {quote, quote_each, quote_separator, quote_tokens};

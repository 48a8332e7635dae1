//! Measuring: for each box and each place to break, how wide the piece is that must fit.

use super::page::Op;

/// Puts the width of each step into the second list. That of a place is the way to the next place of
/// its box, that of a box the way to the next place behind it.
pub(super) fn measure(ops: &[Op], widths: &mut Vec<isize>) {
    widths.clear();
    widths.resize(ops.len(), 0);
    // Boxes and places whose width is not known yet, ends of boxes between them.
    let mut open: Vec<usize> = Vec::new();
    let mut total = 0_isize;
    for (index, op) in ops.iter().enumerate() {
        match op {
            Op::Begin(_) => {
                widths[index] = -total;
                open.push(index);
            }
            Op::End => open.push(index),
            Op::Break(_) => {
                close(ops, widths, &mut open, total);
                widths[index] = -total;
                open.push(index);
            }
            Op::Words(_) | Op::TooWide | Op::Nothing => {}
        }
        total += op.width().cast_signed();
    }
    close(ops, widths, &mut open, total);
}

/// Gives their widths to the last place of the innermost box and to all boxes that ended behind it.
fn close(ops: &[Op], widths: &mut [isize], open: &mut Vec<usize>, total: isize) {
    let mut depth = 0_usize;
    while let Some(&index) = open.last() {
        match ops[index] {
            Op::End => depth += 1,
            Op::Begin(_) if depth == 0 => return,
            Op::Begin(_) => {
                widths[index] += total;
                depth -= 1;
            }
            _ => {
                widths[index] += total;
                if depth == 0 {
                    open.pop();
                    return;
                }
            }
        }
        open.pop();
    }
}

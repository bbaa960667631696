// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

/** A file is not there, which releases take differently. */
final class MissingFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Remark remark;

    MissingFileException(Remark remark) {
        super(remark.text(), null, false, false);
        this.remark = remark;
    }

    /** What a release says that does not put up with it. */
    Remark remark() {
        return remark;
    }
}

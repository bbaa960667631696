// SPDX-License-Identifier: Apache-2.0
/** Differences in meaning between two configurations, whatever their spelling, layout and config version. */
package dev.ctrcfg.diff;

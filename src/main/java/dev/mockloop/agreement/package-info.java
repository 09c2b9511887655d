/** How raters, people or machine, agree over the same answers. */
@NullMarked
package dev.mockloop.agreement;

import org.jspecify.annotations.NullMarked;

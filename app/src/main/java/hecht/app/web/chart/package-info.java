/// Charts: from plain records to inline SVG, each with its sentence, its table and its address as CSV. A new chart is one file
/// here that implements [Chart]. Knows words; knows no page, no store and no request.
@NullMarked
package hecht.app.web.chart;

import org.jspecify.annotations.NullMarked;

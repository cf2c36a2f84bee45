/// What calls cost.
///
/// Start at [koalens.backend.provider.price.PriceBook]: 1,000 tokens read and 100 written by
/// *gemini-3.8-flash* on 2026-11-27 become a [koalens.backend.provider.price.Cost] of 1,125
/// micro-dollars; on 2027-01-01, of 2,250.
@NullMarked
package koalens.backend.provider.price;

import org.jspecify.annotations.NullMarked;

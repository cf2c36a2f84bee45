/// The engine as a function of Apache Spark, for catalogues that lie in a cluster. Start at
/// [VeganStatus]: the label text `Vatten, havre, mjölk` → `non-vegan`.
@NullMarked
package koalens.spark;

import org.jspecify.annotations.NullMarked;

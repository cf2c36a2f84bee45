/// The routes and what stands before them.
///
/// Start at [koalens.server.api.Api]: it lists every route. [koalens.server.api.FrontDoor] takes a
/// request, finds its route, turns every failure into a [koalens.server.api.Problem], adds the
/// headers each answer has, logs one line and counts. `POST /analyze-text` with
/// `{"ingredients":["Vatten","Mjölk"]}` becomes an [koalens.server.api.Answer] with the analysis.
@NullMarked
package koalens.server.api;

import org.jspecify.annotations.NullMarked;

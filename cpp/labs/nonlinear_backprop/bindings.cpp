#include "bindings/convert.hpp"
#include "labs/nonlinear_backprop/nonlinear_backprop.hpp"

namespace dd::bindings {
namespace {

const char* endingName(NonlinearRounds::Ending ending) {
  switch (ending) {
    case NonlinearRounds::Ending::reached:
      return "reached";
    case NonlinearRounds::Ending::outside:
      return "outside";
    case NonlinearRounds::Ending::stuck:
      return "stuck";
    case NonlinearRounds::Ending::unfinished:
      return "unfinished";
  }
  return "";
}

val roundObject(const HandedBack& round) {
  val object = val::object();
  object.set("x", round.x);
  object.set("a", round.a);
  object.set("b", round.b);
  object.set("c", round.c);
  object.set("squareSlope", round.squareSlope);
  object.set("logSlope", round.logSlope);
  object.set("rootSlope", round.rootSlope);
  object.set("deltaC", round.deltaC);
  object.set("deltaB", round.deltaB);
  object.set("deltaA", round.deltaA);
  object.set("deltaX", round.deltaX);
  object.set("next", round.next);
  return object;
}

val rounds(double start, double target, int limit) {
  return guarded([&] {
    const NonlinearRounds way = nonlinearRounds(start, target, limit);
    val list = val::array();
    for (const HandedBack& round : way.rounds) list.call<void>("push", roundObject(round));
    val object = val::object();
    object.set("rounds", list);
    object.set("ending", std::string(endingName(way.ending)));
    object.set("last", way.last);
    object.set("exact", way.exact);
    return object;
  });
}

val curve(double end, int count) {
  return guarded([&] {
    const NonlinearCurve curve = nonlinearCurve(end, count);
    val object = val::object();
    object.set("x", doubles(curve.x.data(), static_cast<std::size_t>(curve.x.size())));
    object.set("c", doubles(curve.c.data(), static_cast<std::size_t>(curve.c.size())));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_nonlinear_backprop) {
  emscripten::function("nonlinearRounds", &rounds);
  emscripten::function("nonlinearCurve", &curve);
}

}  // namespace dd::bindings

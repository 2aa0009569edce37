#include "bindings/convert.hpp"
#include "labs/linear_backprop/linear_backprop.hpp"

namespace dd::bindings {
namespace {

val roundObject(const HandBackRound& round) {
  const LinearGraph& graph = round.graph;
  const std::pair<const char*, double> fields[] = {
      {"w", graph.w},
      {"b", graph.b},
      {"x", graph.x},
      {"y", graph.y},
      {"z", graph.z},
      {"dzdx", graph.dzdx},
      {"dzdy", graph.dzdy},
      {"dxdw", graph.dxdw},
      {"dxdb", graph.dxdb},
      {"dydb", graph.dydb},
      {"dzdw", graph.dzdw},
      {"dzdbByX", graph.dzdbByX},
      {"dzdbByY", graph.dzdbByY},
      {"dzdb", graph.dzdb},
      {"error", round.error},
      {"factorW", round.factorW},
      {"factorB", round.factorB},
      {"deltaW", round.deltaW},
      {"deltaB", round.deltaB},
  };
  val object = val::object();
  for (const auto& [name, value] : fields) object.set(name, value);
  return object;
}

val table(const val& options) {
  return guarded([&] {
    HandBackSettings settings;
    settings.w = readNumber(options, "w");
    settings.b = readNumber(options, "b");
    settings.target = readNumber(options, "target");
    settings.blamed = blamedFromName(readText(options, "blamed"));
    settings.newFactors = options["newFactors"].isTrue();
    settings.rounds = static_cast<Index>(readInteger(options, "rounds"));
    const HandBack result = handBack(settings);
    val rows = val::array();
    for (const HandBackRound& round : result.rows) rows.call<void>("push", roundObject(round));
    val object = val::object();
    object.set("rows", rows);
    object.set("state", std::string(handBackStateName(result.state)));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_linear_backprop) { emscripten::function("handBack", &table); }

}  // namespace dd::bindings

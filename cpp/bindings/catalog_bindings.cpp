// What forms offer: optimizers with their settings, activations, losses and initializers.

#include "bindings/convert.hpp"
#include "nn/initializers.hpp"

namespace dd::bindings {
namespace {

template <class Range, class Each>
val listOf(const Range& range, Each each) {
  val list = val::array();
  for (const auto& item : range) list.call<void>("push", each(item));
  return list;
}

std::string text(const char* name) { return name; }
std::string activation(Activation value) { return toName(value); }

/// What `each` makes of all values of an enumeration.
template <Named Enum, class Each>
val listOfAll(Each each) {
  val list = val::array();
  for (int i = 0; namesOf<Enum>.names[i]; ++i) list.call<void>("push", each(static_cast<Enum>(i)));
  return list;
}

val settings() {
  const OptimizerSettings defaults;
  val all = val::object();
  for (const OptimizerSetting& setting : optimizerSettings) {
    val facts = val::object();
    facts.set("default", defaults.*setting.value);
    facts.set("min", setting.min);
    facts.set("max", setting.max);
    all.set(setting.name, facts);
  }
  return all;
}

val optimizer(const OptimizerKind& kind) {
  val facts = val::object();
  facts.set("name", text(kind.name));
  facts.set("settings", listOf(kind.settings, text));
  facts.set("networkRate", kind.networkRate);
  facts.set("planeRate", kind.planeRate ? val(*kind.planeRate) : val::null());
  return facts;
}

/// With the output activations that can be trained with it.
val loss(Loss value) {
  std::vector<Activation> outputs;
  for (const Activation output : outputsOf(value)) {
    if (isDifferentiable(output)) outputs.push_back(output);
  }
  val facts = val::object();
  facts.set("name", text(toName(value)));
  facts.set("outputs", listOf(outputs, activation));
  return facts;
}

val catalog() {
  val all = val::object();
  all.set("settings", settings());
  all.set("optimizers", listOf(optimizerKinds(), optimizer));
  all.set("hiddenActivations", listOf(hiddenActivations, activation));
  all.set("losses", listOfAll<Loss>(loss));
  all.set("initializers",
          listOfAll<Initializer>([](Initializer value) { return text(toName(value)); }));
  return all;
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalog) { emscripten::function("catalog", &catalog); }

}  // namespace dd::bindings

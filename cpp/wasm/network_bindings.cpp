// A network with its weights, for recognition one image at a time.

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "nn/initializers.hpp"
#include "nn/recognizer.hpp"
#include "wasm/convert.hpp"

namespace dd::wasm {
namespace {

struct NamedNetwork {
  Recognizer recognizer;
  std::vector<std::string> classes;
  std::map<std::string, std::string> metadata;
};

using SharedNetwork = std::shared_ptr<NamedNetwork>;

SharedNetwork fromModel(const val& file) {
  return guarded([&] {
    Model model = decodeModel(readBytes(file, "The model file"));
    std::vector<std::string> classes = classNames(model);
    return std::make_shared<NamedNetwork>(
        NamedNetwork{Recognizer(std::move(model.architecture), std::move(model.theta)),
                     std::move(classes), std::move(model.metadata)});
  });
}

SharedNetwork newNetwork(const val& architecture, const std::string& initializer, double seed) {
  return guarded([&] {
    const Network<float> network(readArchitecture(architecture));
    Random random(readSeed(seed));
    Vector<float> theta(network.parameterCount());
    initialize<float>(network, initializerFromName(initializer), random, theta);
    return std::make_shared<NamedNetwork>(
        NamedNetwork{Recognizer(network.architecture(), std::move(theta)),
                     classNames({network.architecture(), {}, {}}),
                     {}});
  });
}

val architecture(const NamedNetwork& self) {
  return architectureObject(self.recognizer.network().architecture());
}

val classes(const NamedNetwork& self) {
  val list = val::array();
  for (const std::string& name : self.classes) list.call<void>("push", name);
  return list;
}

val metadata(const NamedNetwork& self) {
  val object = val::object();
  for (const auto& [key, value] : self.metadata) object.set(key, value);
  return object;
}

int parameterCount(const NamedNetwork& self) {
  return static_cast<int>(self.recognizer.network().parameterCount());
}

val parameters(const NamedNetwork& self) { return floats(self.recognizer.theta()); }

void setParameters(NamedNetwork& self, const val& theta) {
  guarded([&] { self.recognizer.setTheta(readVector(theta, "The parameters")); });
}

val recognize(NamedNetwork& self, const val& image) {
  return guarded([&] { return floats(self.recognizer.recognize(readVector(image, "The image"))); });
}

std::size_t requireLayer(int layer) {
  if (layer >= 0) return static_cast<std::size_t>(layer);
  throw std::out_of_range("A layer's number must not be negative.");
}

val activations(const NamedNetwork& self, int layer) {
  return guarded([&] { return floats(self.recognizer.activations(requireLayer(layer))); });
}

val incomingWeights(const NamedNetwork& self, int layer, int unit) {
  return guarded(
      [&] { return floats(self.recognizer.incomingWeights(requireLayer(layer), unit)); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(network) {
  emscripten::class_<NamedNetwork>("Network")
      .smart_ptr<SharedNetwork>("NetworkPointer")
      .function("architecture", &architecture)
      .function("classes", &classes)
      .function("metadata", &metadata)
      .function("parameterCount", &parameterCount)
      .function("parameters", &parameters)
      .function("setParameters", &setParameters)
      .function("recognize", &recognize)
      .function("activations", &activations)
      .function("incomingWeights", &incomingWeights);
  emscripten::function("networkFromModel", &fromModel);
  emscripten::function("newNetwork", &newNetwork);
}

}  // namespace dd::wasm

// Ink to the image that a network sees, and a network with its weights that reads one at a time.

#include <emscripten/emscripten.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bindings/convert.hpp"
#include "descent/error.hpp"
#include "ink/bitmap.hpp"
#include "ink/ink.hpp"
#include "ink/number.hpp"
#include "model/model.hpp"
#include "nn/initializers.hpp"
#include "nn/recognizer.hpp"

// Copies in one call of JavaScript's, as every pen event brings a digit.
EM_JS(emscripten::EM_VAL, digitObject,
      (const float* image, std::size_t pixels, const float* probabilities, std::size_t classes,
       const float* activations, std::size_t units, float left, float top, float right,
       float bottom),
      {
        return Emval.toHandle({
          image : HEAPF32.slice(image >> 2, (image >> 2) + pixels),
          probabilities : HEAPF32.slice(probabilities >> 2, (probabilities >> 2) + classes),
          activations : HEAPF32.slice(activations >> 2, (activations >> 2) + units),
          bounds : [ left, top, right, bottom ]
        });
      });

namespace dd::bindings {
namespace {

/// Strokes from their points x, y, x, y, … (Float32Array) and the number of points in each
/// (Int32Array). Throws Error when these do not add up.
std::vector<Stroke> readStrokes(const val& points, const val& lengths) {
  const std::vector<float> coordinates = readArray<float>(points, "points");
  std::vector<Stroke> strokes;
  std::size_t next = 0;
  for (const std::int32_t length : readArray<std::int32_t>(lengths, "strokeLengths")) {
    if (length < 0 || next + 2 * static_cast<std::size_t>(length) > coordinates.size()) {
      throw Error("strokeLengths");
    }
    Stroke& stroke = strokes.emplace_back();
    for (std::int32_t i = 0; i < length; ++i, next += 2) {
      stroke.push_back({coordinates[next], coordinates[next + 1]});
    }
  }
  if (next != coordinates.size()) throw Error("strokeLengths");
  return strokes;
}

val imageOrNull(const std::optional<Image>& image) {
  return image ? floats(image->data(), image->size()) : val::null();
}

val strokesToImage(const val& points, const val& lengths) {
  return guarded([&] { return imageOrNull(imageFromStrokes(readStrokes(points, lengths))); });
}

val bitmapToImage(const val& rgba, int width, int height) {
  return guarded([&] {
    return imageOrNull(imageFromBitmap(readArray<std::uint8_t>(rgba, "bitmap"), width, height));
  });
}

struct NamedNetwork {
  Recognizer recognizer;
  std::vector<std::string> classes;
  std::map<std::string, std::string> metadata;
};

using SharedNetwork = std::shared_ptr<NamedNetwork>;

SharedNetwork fromModel(const val& file) {
  return guarded([&] {
    Model model = decodeModel(readArray<std::uint8_t>(file, "modelFile"));
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
    initialize<float>(network, fromName<Initializer>(initializer), random, theta);
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
  guarded([&] { self.recognizer.setTheta(readVector<float>(theta, "parameters")); });
}

Recognition recognized(Recognizer& recognizer, ConstVectorRef<float> image) {
  const Vector<float>& probabilities = recognizer.recognize(image);
  Recognition recognition{{probabilities.begin(), probabilities.end()}, {}};
  for (std::size_t i = 0; i < recognizer.network().architecture().layers.size(); ++i) {
    const Vector<float>& layer = recognizer.activations(i);
    recognition.activations.insert(recognition.activations.end(), layer.begin(), layer.end());
  }
  return recognition;
}

/// The probabilities of the classes, and the activations of all layers.
val recognize(NamedNetwork& self, const val& image) {
  return guarded([&] {
    const auto [probabilities, activations] =
        recognized(self.recognizer, readVector<float>(image, "image"));
    val object = val::object();
    object.set("probabilities", floats(probabilities.data(), probabilities.size()));
    object.set("activations", floats(activations.data(), activations.size()));
    return object;
  });
}

/// The digits of a number from left to right: each with its image, what the network gives for it,
/// and the box [left, top, right, bottom] of its points.
val readStrokesAsNumber(NamedNetwork& self, const val& points, const val& lengths) {
  return guarded([&] {
    const auto recognize = [&](const Image& image) {
      return recognized(self.recognizer, Eigen::Map<const Vector<float>>(
                                             image.data(), static_cast<Index>(image.size())));
    };
    val list = val::array();
    for (const NumberDigit& digit : readNumber(readStrokes(points, lengths), recognize)) {
      const val object = val::take_ownership(digitObject(
          digit.image.data(), digit.image.size(), digit.probabilities.data(),
          digit.probabilities.size(), digit.activations.data(), digit.activations.size(),
          digit.bounds.left, digit.bounds.top, digit.bounds.right, digit.bounds.bottom));
      list.call<void>("push", object);
    }
    return list;
  });
}

std::size_t requireLayer(int layer) {
  if (layer >= 0) return static_cast<std::size_t>(layer);
  throw Error("noSuchItem", {{"quantity", "layer"}, {"index", layer + 1}});
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
      .function("readNumber", &readStrokesAsNumber)
      .function("incomingWeights", &incomingWeights);
  emscripten::function("imageFromStrokes", &strokesToImage);
  emscripten::function("imageFromBitmap", &bitmapToImage);
  emscripten::function("networkFromModel", &fromModel);
  emscripten::function("newNetwork", &newNetwork);
}

}  // namespace dd::bindings

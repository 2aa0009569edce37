#include "bindings/convert.hpp"
#include "labs/activations/activations.hpp"

namespace dd::bindings {
namespace {

val curve(const std::string& name, const val& z) {
  return guarded([&] {
    const std::vector<double> points = readDoubles(z, "z");
    const ActivationCurve curve = activationCurve(
        activationFromName(name),
        Eigen::Map<const Vector<double>>(points.data(), static_cast<Index>(points.size())));
    val object = val::object();
    object.set("value", doubles(curve.value.data(), points.size()));
    object.set("slope", doubles(curve.slope.data(), points.size()));
    return object;
  });
}

double left(const std::string& name, double z, double weight, int layers) {
  return guarded([&] { return gradientLeft(activationFromName(name), z, weight, layers); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(lab_activations) {
  emscripten::function("activationCurve", &curve);
  emscripten::function("gradientLeft", &left);
}

}  // namespace dd::bindings

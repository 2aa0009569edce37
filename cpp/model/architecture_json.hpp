#pragma once

#include <string>

#include "nn/architecture.hpp"

namespace dd {

/// {"inputs":784,"layers":[{"units":64,"activation":"sigmoid"},…],"loss":"crossEntropy"}
std::string architectureToJson(const Architecture& architecture);

/// The inverse; throws Error for text that does not describe a valid architecture.
Architecture architectureFromJson(const std::string& json);

}  // namespace dd

#include "model/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

#include "descent/random.hpp"
#include "expect.hpp"
#include "model/architecture_json.hpp"

namespace dd {
namespace {

using Bytes = std::vector<std::uint8_t>;

Model makeModel() {
  Model model;
  model.architecture = {3, {{4, Activation::tanh}, {2, Activation::softmax}}, Loss::crossEntropy};
  model.theta.resize(model.architecture.parameterCount());
  Random random(9);
  for (float& value : model.theta) value = static_cast<float>(random.normal());
  model.metadata = {{"recipe", "by \"hand\""}, {"accuracy", "0.97"}};
  return model;
}

std::string headerOf(const Bytes& file) {
  std::uint64_t length = 0;
  std::memcpy(&length, file.data(), 8);
  return {file.begin() + 8, file.begin() + 8 + static_cast<std::ptrdiff_t>(length)};
}

/// The file with its header replaced; the tensors stay.
Bytes withHeader(const Bytes& file, const std::string& header) {
  Bytes result(8 + header.size());
  const std::uint64_t length = header.size();
  std::memcpy(result.data(), &length, 8);
  std::memcpy(result.data() + 8, header.data(), header.size());
  result.insert(result.end(), file.begin() + 8 + static_cast<std::ptrdiff_t>(headerOf(file).size()),
                file.end());
  return result;
}

Bytes withReplaced(const Bytes& file, const std::string& from, const std::string& to) {
  std::string header = headerOf(file);
  const std::size_t at = header.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return withHeader(file, header.replace(at, from.size(), to));
}

void expectRefused(const Bytes& file, const std::string& text) {
  EXPECT_ERROR(text + "…", decodeModel(file));
}

TEST(Model, ComesBackAsItWasInFloat32) {
  const Model model = makeModel();
  const Model read = decodeModel(encodeModel(model, DType::f32));
  EXPECT_EQ(read.architecture, model.architecture);
  EXPECT_EQ(read.theta, model.theta);
  EXPECT_EQ(read.metadata, model.metadata);
}

TEST(Model, ComesBackWithin11BitsInFloat16) {
  const Model model = makeModel();
  const Model read = decodeModel(encodeModel(model, DType::f16));
  for (Index i = 0; i < model.theta.size(); ++i) {
    EXPECT_NEAR(read.theta[i], model.theta[i], std::abs(model.theta[i]) * 0x1p-11);
  }
}

TEST(Model, FollowsTheSafetensorsLayout) {
  const Bytes file = encodeModel(makeModel(), DType::f16);
  const std::string header = headerOf(file);
  EXPECT_EQ(header.front(), '{');
  EXPECT_EQ((8 + header.size()) % 8, 0U);
  EXPECT_NE(
      header.find(R"("layers.0.weights":{"dtype":"F16","shape":[3,4],"data_offsets":[0,24]})"),
      std::string::npos);
  EXPECT_NE(header.find(R"("layers.0.biases":{"dtype":"F16","shape":[4],"data_offsets":[24,32]})"),
            std::string::npos);
  EXPECT_EQ(file.size(), 8 + header.size() + 2 * (3 * 4 + 4 + 4 * 2 + 2));
}

TEST(Model, ComesBackWithinHalfAScaleInInt8) {
  Model model = makeModel();
  // Units of very different size, one of them with no weights at all.
  for (Index row = 0; row < 3; ++row) {
    model.theta[4 * row] *= 1000;
    model.theta[4 * row + 1] /= 1000;
    model.theta[4 * row + 2] = 0;
  }
  const Bytes file = encodeModel(model, DType::i8);
  const Model read = decodeModel(file);
  EXPECT_EQ(read.architecture, model.architecture);
  EXPECT_EQ(read.metadata, model.metadata);
  const auto expectNear = [&](Index offset, Index fanIn, Index units) {
    for (Index unit = 0; unit < units; ++unit) {
      float largest = 0;
      for (Index row = 0; row < fanIn; ++row) {
        largest = std::max(largest, std::abs(model.theta[offset + row * units + unit]));
      }
      for (Index row = 0; row < fanIn; ++row) {
        const Index at = offset + row * units + unit;
        EXPECT_NEAR(read.theta[at], model.theta[at], largest / 127 * 0.5001F) << at;
      }
    }
  };
  expectNear(0, 3, 4);
  EXPECT_EQ(read.theta.segment(12, 4), model.theta.segment(12, 4));
  expectNear(16, 4, 2);
  EXPECT_EQ(read.theta.segment(24, 2), model.theta.segment(24, 2));
  // What was read is what would be written again.
  EXPECT_EQ(encodeModel(read, DType::i8), file);
}

TEST(Model, LaysOutInt8AsCodesTimesScalesOfTheUnits) {
  Model model;
  model.architecture = {2, {{2, Activation::softmax}}, Loss::crossEntropy};
  model.theta.resize(6);
  model.theta << 127, -1, -63.4F, 2, 0.5F, -0.25F;
  const Bytes file = encodeModel(model, DType::i8);
  const std::string header = headerOf(file);
  // float32 first, so that every tensor is aligned.
  const auto expectEntry = [&](const std::string& entry) {
    EXPECT_NE(header.find(entry), std::string::npos) << entry << " in " << header;
  };
  expectEntry(R"("layers.0.scales":{"dtype":"F32","shape":[2],"data_offsets":[0,8]})");
  expectEntry(R"("layers.0.biases":{"dtype":"F32","shape":[2],"data_offsets":[8,16]})");
  expectEntry(R"("layers.0.weights":{"dtype":"I8","shape":[2,2],"data_offsets":[16,20]})");
  const std::uint8_t* data = file.data() + 8 + header.size();
  float scales[2];
  std::memcpy(scales, data, 8);
  EXPECT_EQ(scales[0], 1);
  EXPECT_EQ(scales[1], 2.0F / 127);
  std::int8_t codes[4];
  std::memcpy(codes, data + 16, 4);
  EXPECT_EQ(codes[0], 127);
  EXPECT_EQ(codes[1], -64);  // −63.5, away from zero
  EXPECT_EQ(codes[2], -63);
  EXPECT_EQ(codes[3], 127);
}

TEST(Model, RefusesInt8ThatIsNotWhole) {
  const Bytes file = encodeModel(makeModel(), DType::i8);
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_ERROR("model…", decodeModel(std::span(file).first(size))) << size;
  }
  // In the file: scales of 4 units, biases of 4, scales of 2, biases of 2, then the codes.
  expectRefused(withReplaced(file, "layers.0.scales", "layers.0.steps"),
                "modelTensor tensor=layers.0.scales");
  expectRefused(withReplaced(file, R"("F32","shape":[4],"data_offsets":[0,16])",
                             R"("F32","shape":[2],"data_offsets":[0,8])"),
                "modelShape tensor=layers.0.scales expected=(4) actual=(2)");
  expectRefused(withReplaced(file, R"("F32","shape":[4],"data_offsets":[0,16])",
                             R"("I8","shape":[4],"data_offsets":[0,4])"),
                "modelDtype tensor=layers.0.scales accepted=F32, F16 dtype=I8");
  expectRefused(withReplaced(file, R"("layers.0.biases":{"dtype":"F32")",
                             R"("layers.0.biases":{"dtype":"I8")"),
                "modelDtype tensor=layers.0.biases accepted=F32, F16 dtype=I8");
  const auto withScale = [&](float scale) {
    Bytes changed = file;
    std::memcpy(&changed[8 + headerOf(file).size()], &scale, 4);
    return changed;
  };
  expectRefused(withScale(std::numeric_limits<float>::quiet_NaN()),
                "modelNotFinite tensor=layers.0.scales");
  expectRefused(withScale(1e38F), "modelNotFinite tensor=layers.0.weights");
  EXPECT_NO_THROW(decodeModel(withScale(0)));
}

TEST(Model, NumberTypesAreNamedAsInSafetensors) {
  for (const DType dtype : {DType::f32, DType::f16, DType::i8}) {
    EXPECT_EQ(fromName<DType>(toName(dtype)), dtype);
  }
  EXPECT_ERROR("unknownName quantity=dtype value=U8 …", fromName<DType>("U8"));
}

TEST(Model, TensorsMayStandInAnyOrder) {
  const Model model = makeModel();
  const Bytes file = encodeModel(model, DType::f32);
  // Swap the two biases' places in the file: 4 floats at 48, 2 floats at 96.
  Bytes moved = file;
  const std::size_t begin = 8 + headerOf(file).size();
  std::memcpy(&moved[begin + 48], &file[begin + 64], 32);
  std::memcpy(&moved[begin + 80], &file[begin + 48], 16);
  moved = withReplaced(moved, R"("data_offsets":[48,64])", R"("data_offsets":[80,96])");
  moved = withReplaced(moved, R"("data_offsets":[64,96])", R"("data_offsets":[48,80])");
  EXPECT_EQ(decodeModel(moved).theta, model.theta);
}

TEST(Model, RefusesEveryCutOfAFile) {
  const Bytes file = encodeModel(makeModel(), DType::f16);
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_ERROR("model…", decodeModel(std::span(file).first(size))) << size;
  }
}

TEST(Model, RefusesWhatIsNotAModelAndSaysWhy) {
  const Bytes file = encodeModel(makeModel(), DType::f32);
  expectRefused(Bytes(100, 0x50), "modelKind");
  expectRefused(withHeader(file, "{not json"), "modelJson");
  expectRefused(withHeader(file, "{}"), "modelArchitecture");
  expectRefused(withReplaced(file, "\"layers.0.weights\"", "\"layers.0.kernel\""),
                "modelTensor tensor=layers.0.weights");
  expectRefused(withReplaced(file, "[3,4]", "[4,3]"),
                "modelShape tensor=layers.0.weights expected=(3 × 4)");
  expectRefused(withReplaced(file, "\"F32\"", "\"I32\""),
                "modelDtype tensor=layers.0.weights accepted=F32, F16, I8 dtype=I32");
  expectRefused(withReplaced(file, "[0,48]", "[0,9999999999]"), "modelTensorCut");
  expectRefused(withReplaced(file, "[0,48]", "[0,40]"), "modelTensorBytes");
  expectRefused(withReplaced(file, "[0,48]", "[48]"), "modelEntry");
  expectRefused(withReplaced(file, "tanh", "tan"), "unknownName quantity=activation value=tan");
  expectRefused(withReplaced(file, R"(\"units\":4)", R"(\"units\":4096)"), "modelCut");
  expectRefused(withReplaced(file, R"(\"units\":4)", R"(\"units\":-4)"),
                "range quantity=units value=-4 min=1");
  Bytes longer = file;
  longer.push_back(0);
  expectRefused(longer, "modelTrailing");
}

TEST(Model, RefusesNumbersThatAreNotFinite) {
  Bytes file = encodeModel(makeModel(), DType::f32);
  const float nan = std::numeric_limits<float>::quiet_NaN();
  std::memcpy(&file[file.size() - 4], &nan, 4);
  expectRefused(file, "modelNotFinite tensor=layers.1.biases");

  Model model = makeModel();
  model.theta[0] = 1e5F;
  EXPECT_ERROR("modelRange weight=100000", encodeModel(model, DType::f16));
  EXPECT_NO_THROW(encodeModel(model, DType::f32));
  model.theta[0] = nan;
  EXPECT_ERROR("notFinite quantity=parameters", encodeModel(model, DType::f32));
  model.theta.conservativeResize(5);
  EXPECT_ERROR("size quantity=parameters actual=5 expected=26", encodeModel(model, DType::f32));
}

TEST(Model, SurvivesRandomDamageToItsHeader) {
  const Bytes file = encodeModel(makeModel(), DType::f32);
  Random random(3);
  const auto header = static_cast<std::uint32_t>(8 + headerOf(file).size());
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    Bytes damaged = file;
    for (int k = 0; k < 3; ++k) {
      damaged[random.below(header)] = static_cast<std::uint8_t>(random.below(256));
    }
    try {
      decodeModel(damaged);
    } catch (const Error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 1000);  // the rest hit free text or the padding
}

TEST(ArchitectureJson, RefusesDeepNestingWithoutOverflowingTheStack) {
  EXPECT_ERROR("modelArchitectureJson", architectureFromJson(std::string(1'000'000, '[')));
}

}  // namespace
}  // namespace dd

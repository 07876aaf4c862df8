using YamlDotNet.Core;

namespace Blobpress.Site.Values;

/// <summary>A YAML document holds more than is sensible; thrown where YamlDotNet would throw for a fault in it.</summary>
internal sealed class TooMuchYamlException(Mark at, string message) : YamlException(at, at, message);

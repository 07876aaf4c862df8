namespace Blobpress.Publishing.Hosting;

/// <summary>A setting of the host is missing or wrong.</summary>
/// <param name="setting">Its name as an environment variable.</param>
/// <param name="problem">What is wrong with it, beginning after the name.</param>
public sealed class SettingException(string setting, string problem) : Exception($"The setting {setting} {problem}");

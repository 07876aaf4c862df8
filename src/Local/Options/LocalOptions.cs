namespace Blobpress.Local.Options;

/// <summary>What the command line asks for.</summary>
public sealed record LocalOptions
{
    /// <summary>The folder to publish, a full path; null publishes the project's samples.</summary>
    public string? Posts { get; init; }

    /// <summary>Stop when the site is up to date.</summary>
    public bool Once { get; init; }

    /// <summary>Where to copy the site to, a full path, or null.</summary>
    public string? Export { get; init; }

    /// <summary>Where to write the JSON report, a full path, or null.</summary>
    public string? Report { get; init; }

    /// <summary>Where to connect to instead when a host is asked for.</summary>
    public IReadOnlyList<ConnectTo> ConnectTo { get; init; } = [];

    /// <summary>The connection string of a storage that already runs; null starts an Azurite.</summary>
    public string? Storage { get; init; }

    /// <summary>What is kept from run to run, a full path.</summary>
    public string Data { get; init; } = ProjectFolder.Local;

    /// <summary>The preview's port; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    internal const int DefaultPort = 8080;
}

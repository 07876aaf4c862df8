using System.Runtime.CompilerServices;

// The readers of YAML, TOML and dates have examples of their own.
[assembly: InternalsVisibleTo("Blobpress.Site.Tests")]

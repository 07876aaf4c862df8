using Blobpress.Site.Settings;

namespace Blobpress.Publishing.Images.Raster;

/// <summary>What is asked for beside the source itself.</summary>
internal sealed record EncodingJob(string Hash, ImageSettings Settings, bool SocialCard, CancellationToken Stop);

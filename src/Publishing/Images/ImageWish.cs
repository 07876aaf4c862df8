namespace Blobpress.Publishing.Images;

/// <summary>What is wanted of an image.</summary>
/// <param name="Card">Also the crop for social cards.</param>
/// <param name="Ask">Its source is to be asked even where that is not due.</param>
/// <param name="Patient">A host that answers slowly is waited for as well; else the image is left to a later sweep.</param>
internal readonly record struct ImageWish(bool Card = false, bool Ask = false, bool Patient = false);

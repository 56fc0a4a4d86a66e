namespace Orleans;

/// <summary>Base of the interfaces of grains that are named by a string. Keys compare by ordinal.</summary>
public interface IGrainWithStringKey : IGrain;

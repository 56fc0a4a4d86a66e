import type { VNode } from 'preact';
import '../styles/space.css';
import { address } from '../state/navigation';
import { AreaPanel } from './AreaPanel';
import { FeaturePanel } from './FeaturePanel';
import { PlacePanel } from './PlacePanel';
import { ShapeEntry } from './ShapeEntry';
import { isTyping } from './tool';

/** The panel of what was drawn or pointed at, and the window in which a shape is typed. */
export default function SpacePanel(): VNode {
  const { draw, pin, picked } = address.value;
  return (
    <>
      {picked ? <FeaturePanel /> : pin ? <PlacePanel /> : draw ? <AreaPanel /> : null}
      {isTyping.value ? <ShapeEntry /> : null}
    </>
  );
}
